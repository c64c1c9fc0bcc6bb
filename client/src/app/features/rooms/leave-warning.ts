import type { Room, RoomRole } from '../../core/graphql/model';

type Left = Pick<Room, 'visibility' | 'memberCount'> & { readonly role: RoomRole | null };

/** What whoever is about to leave a room should know before. */
export function leaveWarning({ memberCount, role, visibility }: Left): string {
  if (visibility === 'PRIVATE' && memberCount === 1) {
    return 'You are the last one here. Nobody can come back into this room, and what was said in it is out of reach for good.';
  }
  const wayBack =
    visibility === 'PRIVATE'
      ? 'You will not see this room any more, until somebody brings you in again.'
      : 'You can join again whenever you like.';
  if (role !== 'OWNER' || memberCount === 1) return wayBack;
  return `The room passes on to the moderator, or else the member, who has been here longest. ${wayBack}`;
}
