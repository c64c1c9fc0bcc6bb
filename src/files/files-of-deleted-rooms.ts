import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/index.js';
import { RoomRemains } from '../rooms/index.js';
import { ByteRemoval } from './byte-removal.js';
import { REMOVE_SOME_OF_ROOM } from './files.queries.js';
import { REMOVE_LATER_WITH_ROOM } from './removed-bytes.queries.js';

const FILES_AT_ONCE = 100;

/** Removes the files of rooms that were deleted, those that no message showed yet among them. */
@Injectable()
export class FilesOfDeletedRooms implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly remains: RoomRemains,
    private readonly removal: ByteRemoval,
  ) {}

  onModuleInit(): void {
    this.remains.ofRoom((roomId) => this.removeSome(roomId));
  }

  /** The bytes last: whoever is killed before finds them written down. */
  private async removeSome(roomId: string): Promise<boolean> {
    const removed = await this.database.write({ rooms: [roomId] }, async (tx) => {
      await tx.rows(REMOVE_LATER_WITH_ROOM, [roomId, FILES_AT_ONCE, roomId, FILES_AT_ONCE]);
      return tx.rows(REMOVE_SOME_OF_ROOM, [roomId, FILES_AT_ONCE]);
    });
    await this.removal.remove(roomId);
    return removed.length > 0;
  }
}
