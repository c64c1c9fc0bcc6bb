import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';

/** Removes what a feature keeps about a message, in the transaction that deletes it and under the lock of its room. */
export type Removal = (tx: Transaction, messageId: string) => Promise<void>;

/** What goes with a message when it is deleted. Features above this one, which it does not know, say what is theirs. */
@Injectable()
export class MessageDeletion {
  private readonly removals: Removal[] = [];

  removesToo(removal: Removal): void {
    this.removals.push(removal);
  }

  async removeAll(tx: Transaction, messageId: string): Promise<void> {
    for (const removal of this.removals) await removal(tx, messageId);
  }
}
