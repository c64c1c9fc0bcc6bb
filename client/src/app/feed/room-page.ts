import type { RoomListFieldsFragment } from '../core/graphql/generated';
import type { Room } from '../core/graphql/model';
import { compareNames } from '../shared/language/names';
import { isSameRoom } from './same-room';

/** The beginning of a list of rooms, as far as it has been read. */
export interface RoomPage {
  readonly rooms: readonly Room[];
  /** Where the list goes on; null where that was all. */
  readonly endCursor: string | null;
}

export const NO_ROOMS: RoomPage = { rooms: [], endCursor: null };

export function toRoomPage({ nodes, pageInfo }: RoomListFieldsFragment): RoomPage {
  return { rooms: nodes, endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

/** The list with the page that was read from `cursor` on; a page that came twice, or too late, changes nothing. */
export function withNextPage(list: RoomPage, cursor: string, next: RoomPage): RoomPage {
  if (list.endCursor !== cursor) return list;
  const known = new Set(list.rooms.map(({ id }) => id));
  return { rooms: [...list.rooms, ...next.rooms.filter(({ id }) => !known.has(id))], endCursor: next.endCursor };
}

/** The list with a room where its name belongs, as far as a browser can tell: the server's own order comes with the next reading. */
export function withRoom(list: RoomPage, room: Room): RoomPage {
  const known = list.rooms.find(({ id }) => id === room.id);
  if (known && isSameRoom(known, room)) return list;
  const { rooms, endCursor } = withoutRoom(list, room.id);
  const place = rooms.findIndex(({ name }) => compareNames(name, room.name) > 0);
  return { rooms: rooms.toSpliced(place === -1 ? rooms.length : place, 0, room), endCursor };
}

export function withoutRoom(list: RoomPage, roomId: string): RoomPage {
  const rooms = list.rooms.filter(({ id }) => id !== roomId);
  return rooms.length === list.rooms.length ? list : { ...list, rooms };
}
