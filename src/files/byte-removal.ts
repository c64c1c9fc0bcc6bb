import { Injectable } from '@nestjs/common';
import { Database, NO_LOCKS, type Transaction } from '../database/index.js';
import { Storage } from '../storage/index.js';
import {
  ADOPT_KEYS,
  FORGET_KEYS_OF_MESSAGE,
  KEYS_OF_MESSAGE,
  REMOVE_LATER,
  REMOVE_LATER_WITH_ACCOUNT,
} from './removed-bytes.queries.js';

/** The bytes of files whose message, or room, was deleted: written down with the deletion, and removed after it, whatever happens in between. */
@Injectable()
export class ByteRemoval {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
  ) {}

  /** In the transaction of the deletion, before the rows of the files go. */
  async removeLater(tx: Transaction, messageId: string): Promise<void> {
    await tx.rows(REMOVE_LATER, [messageId, messageId]);
  }

  /** Of messages that go with their room: whoever was to remove the bytes of one may never hear of it any more. */
  async removeLaterWithRoom(tx: Transaction, roomId: string, messageIds: readonly string[]): Promise<void> {
    await tx.rows(ADOPT_KEYS, [roomId, messageIds]);
  }

  /** Of files that no message shows, whose sender's account was deleted. */
  async removeLaterWithAccount(tx: Transaction, fileIds: readonly string[]): Promise<void> {
    await tx.rows(REMOVE_LATER_WITH_ACCOUNT, [fileIds, fileIds]);
  }

  /** Once the deletion is on disk. Twice does no harm: what is removed already is not there. */
  async remove(ownerId: string): Promise<void> {
    const keys = await this.database.rows<{ key: string }>(KEYS_OF_MESSAGE, [ownerId]);
    if (keys.length === 0) return;
    for (const { key } of keys) await this.storage.delete(key);
    await this.database.write(NO_LOCKS, (tx) => tx.rows(FORGET_KEYS_OF_MESSAGE, [ownerId]));
  }
}
