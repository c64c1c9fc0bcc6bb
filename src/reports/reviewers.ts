import type { Reader } from '../database/index.js';
import type { Role } from '../rules/index.js';
import type { Reviewer } from './reports.policy.js';
import { REVIEWER_IN, REVIEWERS_OF_ROOM } from './reports.queries.js';

/** No id of a room: nobody is in it. */
const NO_ROOM = '00000000-0000-0000-0000-000000000000';

/** Those who look after a room. */
export async function reviewersOf(where: Reader, roomId: string): Promise<string[]> {
  return (await where.rows<{ userId: string }>(REVIEWERS_OF_ROOM, [roomId])).map(({ userId }) => userId);
}

/** What somebody may see of the reports of a room; of no room what an administrator may. */
export async function reviewerIn(where: Reader, userId: string, roomId: string | null): Promise<Reviewer> {
  const [row] = await where.rows<{ isAdministrator: number; role: Role | null }>(REVIEWER_IN, [
    roomId ?? NO_ROOM,
    userId,
  ]);
  return { userId, role: row?.role ?? null, isAdministrator: row?.isAdministrator === 1 };
}
