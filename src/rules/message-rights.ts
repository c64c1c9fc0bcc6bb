import { type Floor, mayModerate, obstacleToPost, type Role } from './member-rights.js';

/** What a member may do to a message of the room. */
export interface Authorship {
  readonly isAuthor: boolean;
  readonly isDeleted: boolean;
}

/** By editing one says something as well: only for those who may post there. */
export function obstacleToEdit(
  { isAuthor, isDeleted }: Authorship,
  role: Role,
  floor: Floor,
): 'not-author' | 'deleted' | 'archived' | 'not-moderator' | null {
  if (!isAuthor) return 'not-author';
  return isDeleted ? 'deleted' : obstacleToPost(role, floor);
}

/** Twice is no error, so that it may be sent again. */
export function obstacleToDelete({ isAuthor }: Pick<Authorship, 'isAuthor'>, role: Role): 'not-moderator' | null {
  return isAuthor || mayModerate(role) ? null : 'not-moderator';
}

/** To take the previews of its links away. Twice is no error. */
export function obstacleToRemovePreviews(
  { isAuthor }: Pick<Authorship, 'isAuthor'>,
  role: Role,
): 'not-moderator' | null {
  return isAuthor || mayModerate(role) ? null : 'not-moderator';
}

/** To pin it, for whoever may post there. */
export function obstacleToPin(
  { isDeleted }: Pick<Authorship, 'isDeleted'>,
  role: Role,
  floor: Floor,
): 'deleted' | 'archived' | 'not-moderator' | null {
  return isDeleted ? 'deleted' : obstacleToPost(role, floor);
}

/** To unpin it, for whoever may post there; for those who keep order also in a room that is archived. */
export function obstacleToUnpin(role: Role, floor: Floor): 'archived' | 'not-moderator' | null {
  return mayModerate(role) ? null : obstacleToPost(role, floor);
}

/** To react to it: for everybody in the room, also where only moderators post. Taking a reaction back is always possible. */
export function obstacleToReact(
  { isDeleted }: Pick<Authorship, 'isDeleted'>,
  { isArchived }: Pick<Floor, 'isArchived'>,
): 'deleted' | 'archived' | null {
  if (isDeleted) return 'deleted';
  return isArchived ? 'archived' : null;
}

/** To save it for later, for whoever may read it. What was saved stays so when it is deleted, until they say otherwise. */
export function obstacleToSave({ isDeleted }: Pick<Authorship, 'isDeleted'>): 'deleted' | null {
  return isDeleted ? 'deleted' : null;
}

/** In larger rooms only those who keep order may call everybody at once. */
export const MAX_MEMBERS_FOR_ALL_TO_MENTION = 50;

/** To mention the whole room: for whoever may not, `@room` is a word. */
export function mayMentionRoom(role: Role, memberCount: number): boolean {
  return mayModerate(role) || memberCount <= MAX_MEMBERS_FOR_ALL_TO_MENTION;
}
