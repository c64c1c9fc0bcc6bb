import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { connectionOf, pageSize } from '../graphql/index.js';
import { searchedIn } from '../text/index.js';
import { Database, type Query, type SqlValue } from '../database/index.js';
import { Cursors } from '../log/index.js';
import type { Room } from './room.entity.js';
import { type RoomConnection, RoomType } from './room.type.js';
import { countOfListedRooms, countOfOwnRooms, listedRooms, ownRooms } from './rooms.queries.js';

interface ListArgs {
  readonly first: number;
  readonly after: string | null | undefined;
}

/** Pages of rooms, for whoever looks for one and for whoever looks at their own. */
@Injectable()
export class RoomLists {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** What the actor may see, by name. */
  async visibleRooms(
    actor: Actor,
    query: string | null | undefined,
    { first, after }: ListArgs,
  ): Promise<RoomConnection> {
    const size = pageSize('first', first);
    const searched = searchedIn(query ?? '');
    const place = after == null ? [] : this.cursors.keyInList('rooms', after).map(String);
    const cursorOf = ({ nameKey, id }: Room): string => this.cursors.ofList('rooms', [nameKey, id]);
    if (!searched) return this.page([], { first, after, total: 0 }, cursorOf);
    const values = [actor.userId, ...searched];
    const rooms = listedRooms(searched.length, after != null);
    const found = await this.database.find(rooms, [...values, ...place, size + 1]);
    const total = await this.count(countOfListedRooms(searched.length), values);
    return this.page(found, { first, after, total }, cursorOf);
  }

  /** The rooms that the actor is a member of and that their token is for; those with the newest activity first. */
  async roomsOf(actor: Actor, { first, after }: ListArgs): Promise<RoomConnection> {
    const size = pageSize('first', first);
    const [at, afterId] = after == null ? [] : this.cursors.keyInList('own rooms', after);
    const place = after == null ? [] : [Number(at), String(afterId)];
    const roomIds = actor.bot?.roomIds ?? null;
    const values = [actor.userId, ...(roomIds === null ? [] : [[...roomIds]])];
    const rooms = ownRooms(roomIds !== null, after != null);
    const found = await this.database.find(rooms, [...values, ...place, size + 1]);
    const total = await this.count(countOfOwnRooms(roomIds !== null), values);
    return this.page(found, { first, after, total }, ({ lastActivityAt, id }) =>
      this.cursors.ofList('own rooms', [lastActivityAt.getTime(), id]),
    );
  }

  private async count(rooms: Query, values: readonly SqlValue[]): Promise<number> {
    const [row] = await this.database.rows<{ total: number }>(rooms, values);
    return row?.total ?? 0;
  }

  private page(
    found: Room[],
    { first, after, total }: ListArgs & { total: number },
    cursorOf: (room: Room) => string,
  ): RoomConnection {
    const rooms = found.slice(0, first);
    const cursors = new Map(rooms.map((room) => [room.id, cursorOf(room)]));
    const more = { hasNextPage: found.length > first, hasPreviousPage: after != null };
    return {
      ...connectionOf(
        rooms.map((room) => RoomType.of(room)),
        ({ id }) => cursors.get(id) ?? '',
        more,
      ),
      totalCount: total,
    };
  }
}
