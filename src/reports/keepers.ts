import type { Reader } from '../database/index.js';
import type { Role } from '../rules/index.js';
import type { Keeper } from './reports.policy.js';
import { KEEPER_IN, KEEPERS_OF_ROOM } from './reports.queries.js';

/** No id of a room: nobody is in it. */
const NO_ROOM = '00000000-0000-0000-0000-000000000000';

/** Those who look after a room. */
export async function keepersOf(where: Reader, roomId: string): Promise<string[]> {
  return (await where.rows<{ userId: string }>(KEEPERS_OF_ROOM, [roomId])).map(({ userId }) => userId);
}

/** What somebody may see of the reports of a room; of no room what an administrator may. */
export async function keeperIn(where: Reader, userId: string, roomId: string | null): Promise<Keeper> {
  const [row] = await where.rows<{ isAdministrator: number; role: Role | null }>(KEEPER_IN, [
    roomId ?? NO_ROOM,
    userId,
  ]);
  return { userId, role: row?.role ?? null, isAdministrator: row?.isAdministrator === 1 };
}
