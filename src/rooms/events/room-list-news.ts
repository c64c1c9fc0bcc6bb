import type { Room } from '../room.entity.js';
import { PublicRoomAdded, PublicRoomChanged, PublicRoomRemoved } from './public-rooms.events.js';
import { RoomChange } from './rooms.events.js';

/** Whether those who are not in a room find it in the list of rooms. */
export function isListed({
  visibility,
  memberCount,
  archivedAt,
}: Pick<Room, 'visibility' | 'memberCount' | 'archivedAt'>): boolean {
  return visibility === 'PUBLIC' && memberCount > 0 && archivedAt === null;
}

/** What the list of public rooms is told of a change; nothing of a room that does not stand there, and nothing that is not shown there. */
export function newsOfList(wasListed: boolean, isListedNow: boolean, changes: readonly RoomChange[]) {
  if (wasListed !== isListedNow) return isListedNow ? PublicRoomAdded : PublicRoomRemoved;
  return isListedNow && changes.some((change) => SHOWN.includes(change)) ? PublicRoomChanged : null;
}

const SHOWN: readonly RoomChange[] = [RoomChange.NAME, RoomChange.TOPIC];
