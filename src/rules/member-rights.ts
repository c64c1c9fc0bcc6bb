/** What people may do in rooms. The server refuses by this, and the client offers nothing that would be refused: each has words of its own. */
export type Role = 'OWNER' | 'MODERATOR' | 'MEMBER';
export type Visibility = 'PUBLIC' | 'PRIVATE';

export interface Kind {
  readonly isGuest: boolean;
}

export function mayModerate(role: Role): boolean {
  // Not "anybody but a member": a role that comes later may do nothing until it is named here.
  return role === 'OWNER' || role === 'MODERATOR';
}

export function obstacleToCreate(visibility: Visibility, actor: Kind): 'guest' | null {
  return visibility === 'PRIVATE' && actor.isGuest ? 'guest' : null;
}

/** To give a room another name or topic. */
export function obstacleToUpdate(actor: Role): 'not-moderator' | null {
  return mayModerate(actor) ? null : 'not-moderator';
}

/** A guest who made their room private would have to leave it. */
export function obstacleToSetVisibility(
  visibility: Visibility,
  actor: Kind & { readonly role: Role },
): 'not-owner' | 'guest' | null {
  if (actor.role !== 'OWNER') return 'not-owner';
  return obstacleToCreate(visibility, actor);
}

export function obstacleToAdd(visibility: Visibility, actor: Role, newcomer: Kind): 'not-moderator' | 'guest' | null {
  if (visibility === 'PUBLIC') return null;
  if (!mayModerate(actor)) return 'not-moderator';
  return newcomer.isGuest ? 'guest' : null;
}

/** To make a link by which others come in. */
export function obstacleToInvite(
  visibility: Visibility,
  actor: Kind & { readonly role: Role },
): 'guest' | 'not-moderator' | null {
  if (actor.isGuest) return 'guest';
  return visibility === 'PUBLIC' || mayModerate(actor.role) ? null : 'not-moderator';
}

export function obstacleToRemove(actor: Role, target: Role): 'not-moderator' | 'owner' | null {
  if (!mayModerate(actor)) return 'not-moderator';
  return target === 'OWNER' ? 'owner' : null;
}

/** An owner may not leave the room without one. */
export function obstacleToSetRole(
  actor: Role,
  target: { readonly isActor: boolean },
  role: Role,
): 'not-owner' | 'no-owner-left' | null {
  if (actor !== 'OWNER') return 'not-owner';
  return target.isActor && role !== 'OWNER' ? 'no-owner-left' : null;
}
