import {
  obstacleToAdd,
  obstacleToArchive,
  obstacleToBan,
  obstacleToCreate,
  obstacleToDeleteRoom,
  obstacleToEnter,
  obstacleToLookAfter,
  obstacleToPost,
  obstacleToRemove,
  obstacleToSetRetention,
  obstacleToSetRole,
  obstacleToSetVisibility,
  obstacleToUnban,
  obstacleToUpdate,
  type Floor,
  type Kind,
  type Role,
  type Visibility,
} from '../rules/index.js';
import type { Room } from './room.entity.js';

/** Who may do what in a room, as src/rules says, in words. Pure: everything that a decision needs is handed in, and a refusal is its sentence. */
type Decision = string | null;

export function refusalToCreate(visibility: Visibility, actor: Kind): Decision {
  return obstacleToCreate(visibility, actor) === null
    ? null
    : 'Guests can only create public rooms. Register to create a private one.';
}

/** To change what a room is, who is in it, or what they may do there; and to leave it. */
export function refusalToLookAfter({ kind }: Pick<Room, 'kind'>): Decision {
  return (
    obstacleToLookAfter(kind) &&
    'This is a conversation of certain people. It stays as it was opened: nobody joins or leaves it, and nobody is in charge of it.'
  );
}

export function refusalToUpdate(actor: Role): Decision {
  return obstacleToUpdate(actor) === null ? null : 'Only the owner and moderators can change the room.';
}

export function refusalToSetRetention(actor: Role): Decision {
  return obstacleToSetRetention(actor) && 'Only the owner can say how long messages are kept.';
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

/** For the timeline and the threads of the room. */
export function refusalToPost(actor: Role, floor: Floor): Decision {
  return wordsOfFloor(obstacleToPost(actor, floor));
}

/** What stands in the way of whoever wants to say something. */
export function wordsOfFloor(obstacle: 'archived' | 'not-moderator' | null): Decision {
  switch (obstacle) {
    case 'archived':
      return 'This room is archived. It can only be read.';
    case 'not-moderator':
      return 'Only the owner and moderators can post in this room.';
    case null:
      return null;
  }
}

/** To come in, or to be brought in by somebody else. */
export function refusalToEnter(
  { archivedAt }: Pick<Room, 'archivedAt'>,
  { isBanned, isActor }: { readonly isBanned: boolean; readonly isActor: boolean },
): Decision {
  switch (obstacleToEnter({ isArchived: archivedAt !== null }, { isBanned })) {
    case 'banned':
      return isActor ? 'You are banned from this room.' : 'This person is banned from this room.';
    case 'archived':
      return 'This room is archived. Nobody can join it.';
    case null:
      return null;
  }
}

export function refusalToArchive(actor: Role): Decision {
  return obstacleToArchive(actor) && 'Only the owner can archive the room, or take it out of the archive.';
}

export function refusalToDeleteRoom(actor: Role): Decision {
  return obstacleToDeleteRoom(actor) && 'Only the owner can delete the room.';
}

export function refusalToBan(actor: Role, target: Role | null): Decision {
  switch (obstacleToBan(actor, target)) {
    case 'not-moderator':
      return 'Only the owner and moderators can ban people from a room.';
    case 'owner':
      return 'The owner cannot be banned from the room.';
    case 'moderator':
      return 'Only the owner can ban a moderator.';
    case null:
      return null;
  }
}

export function refusalToUnban(actor: Role): Decision {
  return obstacleToUnban(actor) && 'Only the owner and moderators can lift a ban.';
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
