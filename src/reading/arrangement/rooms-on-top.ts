import type { Transaction } from '../../database/index.js';
import { FIRST_PLACE_OF, PUT_ROOM, STAYS_IN } from './arrangement.queries.js';

/** A stay in a room, and where it stands in the list. */
interface Stay {
  readonly membershipId: string;
  readonly roomId: string;
  readonly sectionId: string | null;
  readonly place: number | null;
  readonly isFavourite: number | boolean | null;
}

/**
 * Puts rooms of somebody at the top, in this order: before all places that there are, so that nothing else need be numbered anew. Undefined leaves each in its section.
 * A room that they are not in is passed over.
 */
export async function putOnTop(
  tx: Transaction,
  userId: string,
  roomIds: readonly string[],
  sectionId: string | null | undefined,
): Promise<{ count: number; favouritesNoMore: string[] }> {
  const stays = await staysIn(tx, userId, roomIds);
  if (areThere(stays, sectionId) && (await isOnTop(tx, userId, stays))) return { count: 0, favouritesNoMore: [] };
  const first = (await firstPlaceOf(tx, userId)) - stays.length;
  const favouritesNoMore: string[] = [];
  for (const [index, stay] of stays.entries()) {
    const section = sectionId === undefined ? stay.sectionId : sectionId;
    const isFavourite = sectionId === undefined && Boolean(stay.isFavourite);
    if (stay.isFavourite && !isFavourite) favouritesNoMore.push(stay.roomId);
    await tx.rows(PUT_ROOM, [stay.membershipId, stay.roomId, section, first + index, isFavourite ? 1 : 0]);
  }
  return { count: stays.length, favouritesNoMore };
}

/** In the order in which they are named. */
async function staysIn(tx: Transaction, userId: string, roomIds: readonly string[]): Promise<Stay[]> {
  const rows = await tx.rows<Stay>(STAYS_IN, [userId, roomIds]);
  const byRoom = new Map(rows.map((stay) => [stay.roomId, stay]));
  return roomIds.flatMap((id) => byRoom.get(id) ?? []);
}

function areThere(stays: readonly Stay[], sectionId: string | null | undefined): boolean {
  return stays.every((stay) => sectionId === undefined || (stay.sectionId === sectionId && !stay.isFavourite));
}

/** Whether they are the first of all that have a place, in this order: then a second try has nothing to do. */
async function isOnTop(tx: Transaction, userId: string, stays: readonly Stay[]): Promise<boolean> {
  if (stays.length === 0) return true;
  const first = await firstPlaceOf(tx, userId);
  return stays.every(({ place }, index) => place === first + index);
}

async function firstPlaceOf(tx: Transaction, userId: string): Promise<number> {
  const [{ place } = { place: null }] = await tx.rows<{ place: number | null }>(FIRST_PLACE_OF, [userId]);
  return place ?? 0;
}
