import type { Floor } from '#rules';
import type { Room } from '../core/graphql/model';

/** What of a room decides who may say something there. */
export function floorOf({ posting, archivedAt }: Pick<Room, 'posting' | 'archivedAt'>): Floor {
  return { posting, isArchived: archivedAt !== null };
}

export function isSameFloor(one: Floor, other: Floor): boolean {
  return one.posting === other.posting && one.isArchived === other.isArchived;
}

/** Of one of the viewer's own rooms; of one that is not known yet nothing stands in the way. */
export function floorIn(own: { readonly room: Room } | null): Floor {
  return own ? floorOf(own.room) : { posting: 'EVERYONE', isArchived: false };
}
