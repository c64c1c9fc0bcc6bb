import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountRemains, type DeletedAccount } from '../auth/index.js';
import { Database } from '../database/index.js';
import { MessageErasure } from './message-erasure.js';
import { MESSAGES_BY_AUTHOR } from './messages.queries.js';

const MESSAGES_AT_ONCE = 25;
/** Found at once, so that whoever wrote a hundred thousand is not gone through for each piece. */
const MESSAGES_FOUND = 2000;

/** Deletes what somebody has written, where it is to go with their account: everywhere, also in rooms that they had left. */
@Injectable()
export class MessagesOfDeletedAccounts implements OnModuleInit {
  private found: { readonly authorId: string; readonly ids: string[] } = { authorId: '', ids: [] };

  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRemains,
    private readonly erasure: MessageErasure,
  ) {}

  onModuleInit(): void {
    this.accounts.inPieces(async (account) => account.withMessages && this.removeSome(account));
  }

  private async removeSome({ userId }: DeletedAccount): Promise<boolean> {
    const ids = await this.next(userId);
    if (ids.length === 0) return false;
    await this.database.write(
      (where) => this.erasure.locksOf(where, ids),
      (tx) => this.erasure.eraseSome(tx, ids, { actorId: userId }),
    );
    return true;
  }

  private async next(authorId: string): Promise<string[]> {
    if (this.found.authorId !== authorId || this.found.ids.length === 0) {
      const rows = await this.database.rows<{ id: string }>(MESSAGES_BY_AUTHOR, [authorId, MESSAGES_FOUND]);
      this.found = { authorId, ids: rows.map(({ id }) => id) };
    }
    return this.found.ids.splice(0, MESSAGES_AT_ONCE);
  }
}
