import type { Tertulia } from '@tertulia/sdk';
import { UsageError } from './command.js';
import { type Room, ROOMS } from './operations.js';

/** All rooms of whoever is signed in. */
export async function ownRooms(chat: Tertulia): Promise<Room[]> {
  const rooms: Room[] = [];
  let after: string | null = null;
  for (;;) {
    const { viewer }: Awaited<ReturnType<typeof page>> = await page(chat, after);
    if (!viewer) throw new TypeError('The server has answered as to a visitor.');
    rooms.push(...viewer.rooms.nodes);
    if (!viewer.rooms.pageInfo.hasNextPage) return rooms;
    after = viewer.rooms.pageInfo.endCursor;
  }
}

/** The id of one's room of this id or name. */
export async function roomIdOf(chat: Tertulia, given: string): Promise<string> {
  const rooms = await ownRooms(chat);
  const name = given.replace(/^#/, '').toLocaleLowerCase();
  const found = rooms.filter((room) => room.id === given || room.name?.toLocaleLowerCase() === name);
  if (found.length > 1) throw new UsageError(`You are in several rooms of the name ${given}: give the id of one.`);
  const [room] = found;
  if (!room) throw new UsageError(`You are in no room of the name or id ${given}.`);
  return room.id;
}

export function roomIdsOf(chat: Tertulia, rooms: readonly string[]): Promise<string[]> {
  return Promise.all(rooms.map((room) => roomIdOf(chat, room)));
}

function page(chat: Tertulia, after: string | null) {
  return chat.ask(ROOMS, { after });
}
