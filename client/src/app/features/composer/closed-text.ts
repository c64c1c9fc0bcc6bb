import { obstacleToPost, type Floor, type Role } from '#rules';

/** Why one may not write in a room; null where one may. */
export function closedText(role: Role, floor: Floor): string | null {
  switch (obstacleToPost(role, floor)) {
    case 'archived':
      return $localize`This room is archived. You can read everything, but nobody can post.`;
    case 'not-moderator':
      return $localize`Only the owner and moderators can post in this room.`;
    case null:
      return null;
  }
}
