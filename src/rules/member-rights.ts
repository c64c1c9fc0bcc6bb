/** What people may do in rooms. The server refuses by this, and the client offers nothing that would be refused: each has words of its own. */
export type Role = 'OWNER' | 'MODERATOR' | 'MEMBER';
export type Visibility = 'PUBLIC' | 'PRIVATE';
/** A room that people come into and leave, or one that is for certain people and stays as it was opened. */
export type RoomKind = 'CHANNEL' | 'DIRECT';
/** Who may post in a room. */
export type Posting = 'EVERYONE' | 'MODERATORS';

/** What of a room decides who may say something there. */
export interface Floor {
  readonly posting: Posting;
  readonly isArchived: boolean;
}

export interface Kind {
  readonly isGuest: boolean;
}

export function mayModerate(role: Role): boolean {
  // Not "anybody but a member": a role that comes later may do nothing until it is named here.
  return role === 'OWNER' || role === 'MODERATOR';
}

/** To change a direct room: what it is, who is in it, and what they may do there. Nobody looks after it, and nobody leaves it. */
export function obstacleToLookAfter(kind: RoomKind): 'direct' | null {
  return kind === 'DIRECT' ? 'direct' : null;
}

/** To open a direct room. Guests answer in those that others have opened. */
export function obstacleToOpenDirect(actor: Kind): 'guest' | null {
  return actor.isGuest ? 'guest' : null;
}

export function obstacleToCreate(visibility: Visibility, actor: Kind): 'guest' | null {
  return visibility === 'PRIVATE' && actor.isGuest ? 'guest' : null;
}

/** To say something in a room or its threads: to send, and to change what one has said. */
export function obstacleToPost(actor: Role, { posting, isArchived }: Floor): 'archived' | 'not-moderator' | null {
  if (isArchived) return 'archived';
  return posting === 'EVERYONE' || mayModerate(actor) ? null : 'not-moderator';
}

/** Whether somebody has to wait between two messages. */
export function isSlowedDown(actor: Role, { slowModeSeconds }: { readonly slowModeSeconds: number }): boolean {
  return slowModeSeconds > 0 && !mayModerate(actor);
}

/** To come into a room, by oneself or with somebody's help. */
export function obstacleToEnter(
  { isArchived }: Pick<Floor, 'isArchived'>,
  newcomer: { readonly isBanned: boolean },
): 'archived' | 'banned' | null {
  if (newcomer.isBanned) return 'banned';
  return isArchived ? 'archived' : null;
}

/** To archive a room, and to take it out of the archive. */
export function obstacleToArchive(actor: Role): 'not-owner' | null {
  return actor === 'OWNER' ? null : 'not-owner';
}

export function obstacleToDeleteRoom(actor: Role): 'not-owner' | null {
  return actor === 'OWNER' ? null : 'not-owner';
}

/** To give a room another name or topic, and to say who may post there and how often. */
export function obstacleToUpdate(actor: Role): 'not-moderator' | null {
  return mayModerate(actor) ? null : 'not-moderator';
}

/** To say how long messages of a room are kept: what is older is gone for everybody, as if the owner had deleted it. */
export function obstacleToSetRetention(actor: Role): 'not-owner' | null {
  return actor === 'OWNER' ? null : 'not-owner';
}

/** After how many days messages of a room go: the shorter of what its owner and the server say; null where they are kept for ever. */
export function daysKept(ofRoom: number | null, ofServer: number | null): number | null {
  if (ofRoom === null || ofServer === null) return ofRoom ?? ofServer;
  return Math.min(ofRoom, ofServer);
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

/** To ban somebody; null is the role of one who is not in the room. Moderators keep each other's place: only the owner, who appoints them, bans one. */
export function obstacleToBan(actor: Role, target: Role | null): 'not-moderator' | 'owner' | 'moderator' | null {
  if (!mayModerate(actor)) return 'not-moderator';
  if (target === 'OWNER') return 'owner';
  return target === 'MODERATOR' && actor !== 'OWNER' ? 'moderator' : null;
}

/** To see who is banned, and to lift a ban. */
export function obstacleToUnban(actor: Role): 'not-moderator' | null {
  return mayModerate(actor) ? null : 'not-moderator';
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
