import { randomUUID } from 'node:crypto';
import type { Person, RoomAnswer } from './person.js';

/** A room that nothing else in the test file is about; the others are brought in. */
export async function aRoom(
  owner: Person,
  others: readonly Person[] = [],
  visibility: 'PUBLIC' | 'PRIVATE' = 'PUBLIC',
): Promise<RoomAnswer> {
  const room = await owner.creates(`Room ${randomUUID()}`, visibility);
  for (const other of others) await owner.adds(other, room);
  return room;
}
