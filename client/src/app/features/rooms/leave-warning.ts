import type { Room, RoomRole } from '../../core/graphql/model';

type Left = Pick<Room, 'visibility' | 'memberCount'> & { readonly role: RoomRole | null };

/** What whoever is about to leave a room should know before. */
export function leaveWarning({ memberCount, role, visibility }: Left): string {
  if (visibility === 'PRIVATE' && memberCount === 1) {
    return $localize`You’re the last person here. No one will be able to come back to this room or read its messages.`;
  }
  if (memberCount === 1) {
    return $localize`You’re the last person here. The room will no longer be listed, and someone else can use its name. Its link still leads here.`;
  }
  if (role !== 'OWNER') {
    return visibility === 'PRIVATE'
      ? $localize`You won’t see this room again unless someone adds you.`
      : $localize`You can join again at any time.`;
  }
  return visibility === 'PRIVATE'
    ? $localize`The moderator who has been here longest, or else the longest-standing member, will become the owner. You won’t see this room again unless someone adds you.`
    : $localize`The moderator who has been here longest, or else the longest-standing member, will become the owner. You can join again at any time.`;
}
