import type { Room } from './room.entity.js';
import type { Membership } from './members/membership.entity.js';

/** Who may do what in a room. Pure: everything that a decision needs is handed in, and a refusal is its sentence. */
type Role = Membership['role'];
type Decision = string | null;

const moderates = (role: Role): boolean => role === 'OWNER' || role === 'MODERATOR';

export function refusalToCreate(visibility: Room['visibility'], actor: { isGuest: boolean }): Decision {
  return visibility === 'PRIVATE' && actor.isGuest
    ? 'Guests can only create public rooms. Register to create a private one.'
    : null;
}

export function refusalToAdd(
  visibility: Room['visibility'],
  actorRole: Role,
  newcomer: { isGuest: boolean },
): Decision {
  if (visibility === 'PUBLIC') return null;
  if (!moderates(actorRole)) return 'Only the owner and moderators can add people to a private room.';
  return newcomer.isGuest ? 'Guests cannot join private rooms.' : null;
}

export function refusalToRemove(actorRole: Role, targetRole: Role): Decision {
  if (!moderates(actorRole)) return 'Only the owner and moderators can remove people from a room.';
  return targetRole === 'OWNER' ? 'The owner cannot be removed from the room.' : null;
}

export function refusalToSetRole(actorRole: Role, target: { isActor: boolean }, role: Role): Decision {
  if (actorRole !== 'OWNER') return 'Only the owner can change roles.';
  return target.isActor && role !== 'OWNER'
    ? 'To give up ownership, transfer it to someone else or leave the room.'
    : null;
}

export function mayModerate(role: Role): boolean {
  return moderates(role);
}

/** Who takes over from an owner who left: the moderator, else the member, who has been there longest. */
export function heirAmong(others: readonly Membership[]): Membership | undefined {
  const longest = others.toSorted((a, b) => a.joinedPosition - b.joinedPosition);
  return longest.find(({ role }) => role === 'MODERATOR') ?? longest[0];
}
