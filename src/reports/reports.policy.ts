import { mayModerate, type Role } from '../rules/index.js';

/** Who looks at a report. */
export interface Reviewer {
  readonly userId: string;
  /** In the room of the message; null where they are not in it. */
  readonly role: Role | null;
  readonly isAdministrator: boolean;
}

export function refusalToReport(message: { readonly isAuthor: boolean; readonly isDeleted: boolean }): string | null {
  if (message.isAuthor) return 'You wrote this message yourself. You can delete it.';
  return message.isDeleted ? 'This message was deleted.' : null;
}

/** Whoever looks after the room, and administrators; never about what they wrote themselves. */
export function maySeeReport({ authorId }: { readonly authorId: string }, reviewer: Reviewer): boolean {
  return authorId !== reviewer.userId && looksAfter(reviewer);
}

export function looksAfter({ role, isAdministrator }: Reviewer): boolean {
  return isAdministrator || (role !== null && mayModerate(role));
}

/** By which right somebody is banned: an administrator bans whom an owner could ban. */
export function roleToBan({ role, isAdministrator }: Reviewer): Role {
  return isAdministrator ? 'OWNER' : (role ?? 'MEMBER');
}
