import { Injectable } from '@nestjs/common';
import type { Reader, Transaction } from '../database/index.js';

/** Who deletes a message, and why it goes. */
export interface Deletion {
  /** Null for the server itself. */
  readonly actorId: string | null;
}

/** Removes what a feature keeps about a message, in the transaction that deletes it and under the lock of its room. */
export type Removal = (tx: Transaction, messageId: string, deletion: Deletion) => Promise<void>;

/** What people keep of messages, and lose where these go because they are too old or their author is gone. */
export interface Keepsake {
  /** Whose it is, and who is therefore held meanwhile. */
  readonly peopleOf: (where: Reader, messageIds: readonly string[]) => Promise<readonly string[]>;
  readonly remove: (tx: Transaction, messageIds: readonly string[]) => Promise<void>;
}

/** What goes with a message when it is deleted. Features above this one, which it does not know, say what is theirs. */
@Injectable()
export class MessageDeletion {
  private readonly removals: Removal[] = [];
  private readonly keepsakes: Keepsake[] = [];

  removesToo(removal: Removal): void {
    this.removals.push(removal);
  }

  forgetsToo(keepsake: Keepsake): void {
    this.keepsakes.push(keepsake);
  }

  async removeAll(tx: Transaction, messageId: string, deletion: Deletion): Promise<void> {
    for (const removal of this.removals) await removal(tx, messageId, deletion);
  }

  async forgetAll(tx: Transaction, messageIds: readonly string[]): Promise<void> {
    for (const { remove } of this.keepsakes) await remove(tx, messageIds);
  }

  async peopleOf(where: Reader, messageIds: readonly string[]): Promise<string[]> {
    const people: string[] = [];
    for (const keepsake of this.keepsakes) people.push(...(await keepsake.peopleOf(where, messageIds)));
    return people;
  }
}
