import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { connectionOf, pageSize } from '../graphql/index.js';
import { searchedIn } from '../text/index.js';
import { Database } from '../database/index.js';
import { Cursors } from '../log/index.js';
import { Room } from './room.entity.js';
import { type RoomConnection, RoomType } from './room.type.js';

const OWN = 'room.id in (select room_id from membership where user_id = ? and left_position is null)';
/** A public room that everybody has left is found by its link alone. */
const VISIBLE = `((visibility = 'PUBLIC' and member_count > 0) or ${OWN})`;

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
    const where = [VISIBLE, ...(searched?.map(() => 'instr(search_text, ?) > 0') ?? ['false'])].join(' and ');
    const values = [actor.userId, ...(searched ?? [])];
    const place = after == null ? [] : this.cursors.keyInList('rooms', after).map(String);
    const beyond = after == null ? where : `${where} and (name_key, id) > (?, ?)`;
    const found = await this.database.find(Room, `${beyond} order by name_key, id limit ?`, [
      ...values,
      ...place,
      size + 1,
    ]);
    return this.page(found, { first, after, total: await this.count(where, values) }, ({ nameKey, id }) =>
      this.cursors.ofList('rooms', [nameKey, id]),
    );
  }

  /** What the actor is a member of, those with the newest activity first. */
  async roomsOf(actor: Actor, { first, after }: ListArgs): Promise<RoomConnection> {
    const size = pageSize('first', first);
    const [at, afterId] = after == null ? [] : this.cursors.keyInList('own rooms', after);
    const place = after == null ? [] : [Number(at), String(afterId)];
    const beyond = after == null ? OWN : `${OWN} and (last_activity_at, id) < (?, ?)`;
    const order = 'order by last_activity_at desc, id desc limit ?';
    const found = await this.database.find(Room, `${beyond} ${order}`, [actor.userId, ...place, size + 1]);
    return this.page(found, { first, after, total: await this.count(OWN, [actor.userId]) }, ({ lastActivityAt, id }) =>
      this.cursors.ofList('own rooms', [lastActivityAt.getTime(), id]),
    );
  }

  private async count(where: string, values: readonly string[]): Promise<number> {
    const [row] = await this.database.rows<{ total: number }>(
      `select count(*) as total from room where ${where}`,
      values,
    );
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
