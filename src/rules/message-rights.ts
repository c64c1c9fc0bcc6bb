import { mayModerate, type Role } from './member-rights.js';

/** What a member may do to a message of the room. */
export interface Authorship {
  readonly isAuthor: boolean;
  readonly isDeleted: boolean;
}

export function obstacleToEdit({ isAuthor, isDeleted }: Authorship): 'not-author' | 'deleted' | null {
  if (!isAuthor) return 'not-author';
  return isDeleted ? 'deleted' : null;
}

/** Twice is no error, so that it may be sent again. */
export function obstacleToDelete({ isAuthor }: Pick<Authorship, 'isAuthor'>, role: Role): 'not-moderator' | null {
  return isAuthor || mayModerate(role) ? null : 'not-moderator';
}

/** To pin it, for whoever may post there. Unpinning is always possible. */
export function obstacleToPin({ isDeleted }: Pick<Authorship, 'isDeleted'>): 'deleted' | null {
  return isDeleted ? 'deleted' : null;
}

/** To react to it, for whoever may post there. Taking a reaction back is always possible. */
export function obstacleToReact({ isDeleted }: Pick<Authorship, 'isDeleted'>): 'deleted' | null {
  return isDeleted ? 'deleted' : null;
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
