import { MAX_ROOM_NAME_LENGTH, MAX_TOPIC_LENGTH } from '../rules/index.js';
import { foldForSearch } from '../rules/index.js';
import { foldName, searchTextOf, textWithin, visibleName, withFewMarks } from '../text/index.js';
import { isUniqueViolation, type Transaction } from '../database/index.js';
import type { Room } from './room.entity.js';

/** A room's name as somebody typed it, within its bounds. */
export function nameIn(value: string): string {
  return visibleName('name', value, MAX_ROOM_NAME_LENGTH);
}

/** A topic as somebody typed it, within its bounds. */
export function topicIn(value: string): string {
  return withFewMarks('topic', textWithin('topic', value, { min: 0, max: MAX_TOPIC_LENGTH }).trim());
}

/** By what a room is found, and stands in lists: whoever changes its name or topic changes these as well. */
export function searchedBy({ name, topic }: Pick<Room, 'name' | 'topic'>): Pick<Room, 'nameKey' | 'searchText'> {
  return { nameKey: foldForSearch(name), searchText: searchTextOf(name, topic) };
}

/**
 * A public room that somebody is in has its name to itself; a private one gives it back. Whether it could be had: where not, the
 * change is to fail.
 */
export async function takeName(tx: Transaction, room: Room): Promise<boolean> {
  room.publicNameKey = room.visibility === 'PUBLIC' ? foldName(room.name) : null;
  try {
    await tx.em.flush();
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
