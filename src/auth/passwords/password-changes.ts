import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

type OnPasswordChanged = (tx: Transaction, userId: string) => Promise<void>;

/** What else must happen, in the same transaction, when an account has another password. Features to the right say so here. */
@Injectable()
export class PasswordChanges {
  private readonly listeners: OnPasswordChanged[] = [];

  listen(listener: OnPasswordChanged): void {
    this.listeners.push(listener);
  }

  async tell(tx: Transaction, userId: string): Promise<void> {
    for (const listener of this.listeners) await listener(tx, userId);
  }
}
