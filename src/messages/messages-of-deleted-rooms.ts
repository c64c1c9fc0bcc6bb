import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type FindLocks, type Reader, type Transaction } from '../database/index.js';
import { ByteRemoval } from '../files/index.js';
import { RoomRemains } from '../rooms/index.js';
import { ThreadsOfDeletedRooms } from '../threads/index.js';
import { REMOVE_MESSAGES, SOME_OF_ROOM } from './messages.queries.js';

const MESSAGES_AT_ONCE = 100;
const THREADS_AT_ONCE = 50;

/** What a feature keeps about messages, and removes with them. */
export interface MessageRemains {
  /** Whose is something of it, and who is therefore held meanwhile. */
  readonly peopleOf?: (where: Reader, messageIds: readonly string[]) => Promise<readonly string[]>;
  readonly remove: (tx: Transaction, messageIds: readonly string[]) => Promise<void>;
}

/** Removes the messages of rooms that were deleted, with all that hangs on them. Features above this one, which it does not know, say what is theirs. */
@Injectable()
export class MessagesOfDeletedRooms implements OnModuleInit {
  private readonly remains: MessageRemains[] = [];

  constructor(
    private readonly database: Database,
    private readonly rooms: RoomRemains,
    private readonly threads: ThreadsOfDeletedRooms,
    private readonly bytes: ByteRemoval,
  ) {}

  onModuleInit(): void {
    this.rooms.ofRoom((roomId) => this.removeSome(roomId));
  }

  removesToo(remains: MessageRemains): void {
    this.remains.push(remains);
  }

  private async removeSome(roomId: string): Promise<boolean> {
    const isMore = await this.database.write(this.concernedBy(roomId), async (tx) => {
      const ids = await someOf(tx, roomId);
      if (ids.length === 0) return this.threads.removeEmpty(tx, roomId, THREADS_AT_ONCE);
      for (const { remove } of this.remains) await remove(tx, ids);
      await this.bytes.removeLaterWithRoom(tx, roomId, ids);
      await tx.rows(REMOVE_MESSAGES, [ids]);
      return true;
    });
    await this.bytes.remove(roomId);
    return isMore;
  }

  private concernedBy(roomId: string): FindLocks {
    return async (where) => {
      const ids = await someOf(where, roomId);
      const people: string[] = [];
      for (const { peopleOf } of this.remains) if (peopleOf) people.push(...(await peopleOf(where, ids)));
      return { rooms: [roomId], people };
    };
  }
}

async function someOf(where: Reader, roomId: string): Promise<string[]> {
  const values = [roomId, MESSAGES_AT_ONCE, roomId, THREADS_AT_ONCE, MESSAGES_AT_ONCE];
  return (await where.rows<{ id: string }>(SOME_OF_ROOM, values)).map(({ id }) => id);
}
