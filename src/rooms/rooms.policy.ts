import {
  obstacleToAdd,
  obstacleToCreate,
  obstacleToRemove,
  obstacleToSetRole,
  obstacleToSetVisibility,
  obstacleToUpdate,
  type Kind,
  type Role,
  type Visibility,
} from '../rules/index.js';
import type { Membership } from './members/membership.entity.js';

/** Who may do what in a room, as src/rules says, in words. Pure: everything that a decision needs is handed in, and a refusal is its sentence. */
type Decision = string | null;

export function refusalToCreate(visibility: Visibility, actor: Kind): Decision {
  return obstacleToCreate(visibility, actor) === null
    ? null
    : 'Guests can only create public rooms. Register to create a private one.';
}

export function refusalToUpdate(actor: Role): Decision {
  return obstacleToUpdate(actor) === null ? null : 'Only the owner and moderators can change the room.';
}

export function refusalToSetVisibility(visibility: Visibility, actor: Kind & { readonly role: Role }): Decision {
  switch (obstacleToSetVisibility(visibility, actor)) {
    case 'not-owner':
      return 'Only the owner can make the room public or private.';
    case 'guest':
      return 'Guests cannot be in private rooms. Register to make this one private.';
    case null:
      return null;
  }
}

export function refusalToAdd(visibility: Visibility, actor: Role, newcomer: Kind): Decision {
  switch (obstacleToAdd(visibility, actor, newcomer)) {
    case 'not-moderator':
      return 'Only the owner and moderators can add people to a private room.';
    case 'guest':
      return 'Guests cannot join private rooms.';
    case null:
      return null;
  }
}

export function refusalToRemove(actor: Role, target: Role): Decision {
  switch (obstacleToRemove(actor, target)) {
    case 'not-moderator':
      return 'Only the owner and moderators can remove people from a room.';
    case 'owner':
      return 'The owner cannot be removed from the room.';
    case null:
      return null;
  }
}

export function refusalToSetRole(actor: Role, target: { isActor: boolean }, role: Role): Decision {
  switch (obstacleToSetRole(actor, target, role)) {
    case 'not-owner':
      return 'Only the owner can change roles.';
    case 'no-owner-left':
      return 'To give up ownership, transfer it to someone else or leave the room.';
    case null:
      return null;
  }
}

/** Who takes over from an owner who left: the moderator, else the member, who has been there longest. */
export function heirAmong(others: readonly Membership[]): Membership | undefined {
  const longest = others.toSorted((a, b) => a.joinedPosition - b.joinedPosition);
  return longest.find(({ role }) => role === 'MODERATOR') ?? longest[0];
}
