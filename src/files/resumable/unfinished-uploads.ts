import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountRemains } from '../../auth/index.js';
import { Database, NO_LOCKS, type Query } from '../../database/index.js';
import { RoomRemains } from '../../rooms/index.js';
import { Clock } from '../../runtime/index.js';
import { PartialFiles } from '../../storage/index.js';
import { MAX_AGE_MILLISECONDS } from './resumable-uploads.js';
import {
  REMOVE_SOME_BEFORE,
  REMOVE_SOME_OF_PERSON,
  REMOVE_SOME_OF_ROOM,
  UNFINISHED_AMONG,
} from './resumable-uploads.queries.js';

const AT_ONCE = 100;

/** What is left of uploads that nobody finishes: after a day, with their account, and with their room. Rows first, bytes after them. */
@Injectable()
export class UnfinishedUploads implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly parts: PartialFiles,
    private readonly accounts: AccountRemains,
    private readonly rooms: RoomRemains,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.accounts.inPieces(({ userId }) => this.removeSome(REMOVE_SOME_OF_PERSON, userId));
    this.rooms.ofRoom((roomId) => this.removeSome(REMOVE_SOME_OF_ROOM, roomId));
  }

  async removeOld(): Promise<void> {
    const before = this.clock.now().getTime() - MAX_AGE_MILLISECONDS;
    while (await this.removeSome(REMOVE_SOME_BEFORE, before)) {
      // There may be more.
    }
    await this.removeUnnamed();
  }

  private async removeSome(removal: Query, value: string | number): Promise<boolean> {
    const removed = await this.database.write(NO_LOCKS, (tx) => tx.rows<{ id: string }>(removal, [value, AT_ONCE]));
    for (const { id } of removed) await this.parts.delete(id);
    return removed.length > 0;
  }

  /** Bytes whose row went before them: an upload has its row before it has its first byte. */
  private async removeUnnamed(): Promise<void> {
    const ids = await this.parts.ids();
    if (ids.length === 0) return;
    const rows = await this.database.rows<{ id: string }>(UNFINISHED_AMONG, [ids]);
    const unfinished = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!unfinished.has(id)) await this.parts.delete(id);
  }
}
