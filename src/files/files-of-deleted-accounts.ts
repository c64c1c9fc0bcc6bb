import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountRemains } from '../auth/index.js';
import { Database, type FindLocks, type Reader } from '../database/index.js';
import { ByteRemoval } from './byte-removal.js';
import { REMOVE_SOME_UNSHOWN, SOME_UNSHOWN } from './files.queries.js';

const FILES_AT_ONCE = 100;

/** Removes the files that somebody had sent and that no message shows, once their account is deleted. Those of messages go with these, or stay with them. */
@Injectable()
export class FilesOfDeletedAccounts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRemains,
    private readonly removal: ByteRemoval,
  ) {}

  onModuleInit(): void {
    this.accounts.inPieces(({ userId }) => this.removeSome(userId));
  }

  /** The bytes last: whoever is killed before finds them written down. */
  private async removeSome(userId: string): Promise<boolean> {
    const locks: FindLocks = async (where) => ({ rooms: (await someOf(where, userId)).map(({ roomId }) => roomId) });
    const isMore = await this.database.write(locks, async (tx) => {
      const ids = (await someOf(tx, userId)).map(({ id }) => id);
      if (ids.length === 0) return false;
      await this.removal.removeLaterWithAccount(tx, ids);
      await tx.rows(REMOVE_SOME_UNSHOWN, [ids]);
      return true;
    });
    await this.removal.remove(userId);
    return isMore;
  }
}

function someOf(where: Reader, userId: string): Promise<{ id: string; roomId: string }[]> {
  return where.rows(SOME_UNSHOWN, [userId, FILES_AT_ONCE]);
}
