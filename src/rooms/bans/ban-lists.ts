import { Injectable } from '@nestjs/common';
import { connectionOf, pageSize } from '../../graphql/index.js';
import { Database } from '../../database/index.js';
import { Cursors } from '../../log/index.js';
import { BANS_OF_ROOM, COUNT_OF_BANS } from './bans.queries.js';
import { type RoomBanConnection, RoomBanType } from './room-ban.type.js';

/** Later than any ban, and behind any id. */
const NEWEST = [Number.MAX_SAFE_INTEGER, 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** Pages of those who are banned from a room. Whether somebody may see them is asked before. */
@Injectable()
export class BanLists {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async pageOf(
    roomId: string,
    args: { readonly first: number; readonly after: string | null | undefined },
  ): Promise<RoomBanConnection> {
    const list = `bans:${roomId}`;
    const first = pageSize('first', args.first);
    const [time, id] = args.after == null ? NEWEST : this.cursors.keyInList(list, args.after);
    const found = await this.database.find(BANS_OF_ROOM, [roomId, Number(time), String(id), first + 1]);
    const [count] = await this.database.rows<{ total: number }>(COUNT_OF_BANS, [roomId]);
    const bans = found.slice(0, first).map((ban) => RoomBanType.of(ban));
    const cursorOf = ({ createdAt, userId }: RoomBanType): string =>
      this.cursors.ofList(list, [createdAt.getTime(), userId]);
    const more = { hasNextPage: found.length > first, hasPreviousPage: args.after != null };
    return { ...connectionOf(bans, cursorOf, more), totalCount: count?.total ?? 0 };
  }
}
