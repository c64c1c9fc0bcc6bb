import type { Membership } from '../rooms/index.js';
import { obstacleToDelete, obstacleToEdit, obstacleToPin } from '../rules/index.js';
import type { Message } from './message.entity.js';

/** In characters (code points). */
export const MAX_MESSAGE_LENGTH = 8000;

/** Who may do what to a message of a room that they are in, as src/rules says, in words. Pure: a refusal is its sentence. */
type Decision = string | null;

export function refusalToEdit({ authorId, deletedAt }: Message, actorId: string): Decision {
  switch (obstacleToEdit({ isAuthor: authorId === actorId, isDeleted: deletedAt !== null })) {
    case 'not-author':
      return 'Only the author can edit a message.';
    case 'deleted':
      return 'This message was deleted.';
    case null:
      return null;
  }
}

export function refusalToDelete({ authorId }: Message, { userId, role }: Membership): Decision {
  const obstacle = obstacleToDelete({ isAuthor: authorId === userId }, role);
  return obstacle && "Only the owner and moderators can delete other people's messages.";
}

export function refusalToPin({ deletedAt }: Message): Decision {
  return obstacleToPin({ isDeleted: deletedAt !== null }) && 'This message was deleted.';
}
