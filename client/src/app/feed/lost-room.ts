import type { FeedEvent } from '../core/graphql/model';

/** A room that the viewer was in until just now. */
export interface LostRoom {
  readonly roomId: string;
  readonly name: string;
  /** Who put the viewer out; null where they left by themselves. */
  readonly by: string | null;
  /** Whether the viewer is a guest and the room private: no guest can be there, whatever else was the reason. */
  readonly isClosedToGuests: boolean;
}

/** The room that an event takes from the viewer, if it does. */
export function lostRoom(event: FeedEvent, viewerId: string | undefined): LostRoom | null {
  if (event.__typename !== 'MemberLeft' || event.user.id !== viewerId) return null;
  const { actor, room, user } = event;
  return {
    roomId: room.id,
    name: room.name,
    by: actor && actor.id !== viewerId ? actor.displayName : null,
    isClosedToGuests: user.kind === 'GUEST' && room.visibility === 'PRIVATE',
  };
}
