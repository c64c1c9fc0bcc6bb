import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { Database } from '../../database/index.js';
import { connectionOf, pageSize } from '../../graphql/index.js';
import { Cursors } from '../../log/index.js';
import { searchedIn } from '../../text/index.js';
import { Administrators } from '../../users/index.js';
import { type ServerRoomConnection, type ServerRoomRow, ServerRoomType } from './server-room.type.js';
import { countOfServerRooms, LARGEST_ROOMS, serverRoomsFound } from './server-rooms.queries.js';

export interface ServerRoomsArgs {
  readonly query: string | null | undefined;
  readonly first: number | null | undefined;
  readonly after: string | null | undefined;
}

const LIST = 'server rooms';
export const MAX_LARGEST_ROOMS = 10;

/** All rooms of the server, by name and size. */
@Injectable()
export class ServerRoomLists {
  constructor(
    private readonly database: Database,
    private readonly administrators: Administrators,
    private readonly cursors: Cursors,
  ) {}

  async serverRooms(actor: Actor, { query, first, after }: ServerRoomsArgs): Promise<ServerRoomConnection> {
    await this.administrators.assert(actor);
    const size = pageSize('first', first ?? 50);
    const searched = searchedIn(query ?? '');
    const [nameKey = '', id = ''] = after == null ? [] : this.cursors.keyInList(LIST, after).map(String);
    const place = after == null ? [] : [nameKey, nameKey, id];
    const found = searched
      ? await this.database.rows<ServerRoomRow>(serverRoomsFound(searched.length, after != null), [
          ...searched,
          ...place,
          size + 1,
        ])
      : [];
    const keys = new Map(found.map(({ id, nameKey }) => [id, nameKey]));
    const rooms = found.slice(0, size).map((row) => ServerRoomType.of(row));
    const cursorOf = ({ id }: ServerRoomType): string => this.cursors.ofList(LIST, [keys.get(id) ?? '', id]);
    const more = { hasNextPage: found.length > size, hasPreviousPage: after != null };
    return { ...connectionOf(rooms, cursorOf, more), totalCount: await this.count(searched) };
  }

  /** Whether somebody may see them is asked before. */
  async largest(): Promise<ServerRoomType[]> {
    const rows = await this.database.rows<ServerRoomRow>(LARGEST_ROOMS, [MAX_LARGEST_ROOMS]);
    return rows.map((row) => ServerRoomType.of(row));
  }

  private async count(searched: readonly string[] | undefined): Promise<number> {
    if (!searched) return 0;
    const [row] = await this.database.rows<{ total: number }>(countOfServerRooms(searched.length), searched);
    return row?.total ?? 0;
  }
}
