import type { FeedEvent } from '../core/graphql/model';
import type { ChatState } from './chat-state';

/** A room that the viewer was in until just now. */
export interface LostRoom {
  readonly roomId: string;
  readonly name: string;
  /** Whether there is no such room any more. */
  readonly isDeleted: boolean;
  /** Who put the viewer out, or deleted the room; null where they did so themselves. */
  readonly by: string | null;
  /** Whether the viewer is a guest and the room private: no guest can be there, whatever else was the reason. */
  readonly isClosedToGuests: boolean;
}

/** The room that an event takes from the viewer, if it does. */
export function lostRoom(event: FeedEvent, before: Pick<ChatState, 'viewerId' | 'rooms'> | null): LostRoom | null {
  if (!before) return null;
  const { viewerId, rooms } = before;
  const by = event.actor && event.actor.id !== viewerId ? event.actor.displayName : null;
  if (event.__typename === 'RoomDeleted') {
    const known = rooms.get(event.roomId);
    return known ? { roomId: event.roomId, name: known.room.name, isDeleted: true, by, isClosedToGuests: false } : null;
  }
  if (event.__typename !== 'MemberLeft' || event.user.id !== viewerId) return null;
  const { room, user } = event;
  const isClosedToGuests = user.kind === 'GUEST' && room.visibility === 'PRIVATE';
  return { roomId: room.id, name: room.name, isDeleted: false, by, isClosedToGuests };
}
