import { Injectable } from '@nestjs/common';
import { BatchLoader, connectionOf, pageSize } from '../../graphql/index.js';
import { Database } from '../../database/index.js';
import { Cursors, shown } from '../../log/index.js';
import { pagesOfMembers } from './members.queries.js';
import { Membership } from './membership.entity.js';
import { type RoomMemberConnection, RoomMemberType } from './room-member.type.js';
import type { RoomType } from '../room.type.js';

interface MembersPage {
  readonly roomId: string;
  readonly first: number;
  readonly afterPosition: number;
}

/** Pages of a room's members, those who came first first. */
@Injectable()
export class MemberLists {
  private readonly pages = new BatchLoader<MembersPage, Membership[]>(
    (keys) => this.findPages(keys),
    ({ roomId }) => [shown.membersOf(roomId)],
    ({ roomId, first, afterPosition }) => `${roomId}:${String(first)}:${String(afterPosition)}`,
  );

  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async pageOf(
    scope: object,
    room: RoomType,
    args: { first: number; after: string | null | undefined },
  ): Promise<RoomMemberConnection> {
    const list = `members:${room.id}`;
    const first = pageSize('first', args.first);
    const afterPosition = args.after == null ? 0 : Number(this.cursors.keyInList(list, args.after)[0]);
    const found = await this.pages.load(scope, { roomId: room.id, first, afterPosition });
    const more = { hasNextPage: found.length > first, hasPreviousPage: args.after != null };
    const members = found.slice(0, first).map((member) => RoomMemberType.of(member));
    return {
      ...connectionOf(members, (member) => this.cursors.ofList(list, [member.joinedPosition]), more),
      totalCount: room.memberCount,
    };
  }

  /** One statement for many pages, each with one entry more than asked so that "is there more" is known. */
  private async findPages(pages: readonly MembersPage[]): Promise<Membership[][]> {
    const em = this.database.read();
    const rows = await this.database.rows<{ page: number }>(
      pagesOfMembers(pages.length),
      pages.flatMap(({ roomId, afterPosition, first }, page) => [page, roomId, afterPosition, first + 1]),
    );
    const byPage = Map.groupBy(rows, ({ page }) => page);
    return pages.map((_, page) => (byPage.get(page) ?? []).map((row) => em.map(Membership, row)));
  }
}
