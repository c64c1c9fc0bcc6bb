import { type Membership, wordsOfFloor } from '../rooms/index.js';
import { obstacleToDelete, obstacleToEdit, obstacleToPin, obstacleToUnpin } from '../rules/index.js';
import type { Read } from './message-access.js';
import type { Message } from './message.entity.js';

/** In characters (code points). */
export const MAX_MESSAGE_LENGTH = 8000;

/** Who may do what to a message of a room that they are in, as src/rules says, in words. Pure: a refusal is its sentence. */
type Decision = string | null;

const DELETED = 'This message was deleted.';

export function refusalToEdit({ message, membership, floor }: Read): Decision {
  const { authorId, deletedAt } = message;
  const { role, userId } = membership;
  const obstacle = obstacleToEdit({ isAuthor: authorId === userId, isDeleted: deletedAt !== null }, role, floor);
  if (obstacle === 'not-author') return 'Only the author can edit a message.';
  return obstacle === 'deleted' ? DELETED : wordsOfFloor(obstacle);
}

export function refusalToDelete({ authorId }: Message, { userId, role }: Membership): Decision {
  const obstacle = obstacleToDelete({ isAuthor: authorId === userId }, role);
  return obstacle && "Only the owner and moderators can delete other people's messages.";
}

export function refusalToPin({ message, membership, floor }: Read): Decision {
  const obstacle = obstacleToPin({ isDeleted: message.deletedAt !== null }, membership.role, floor);
  return obstacle === 'deleted' ? DELETED : wordsOfFloor(obstacle);
}

export function refusalToUnpin({ membership, floor }: Read): Decision {
  return wordsOfFloor(obstacleToUnpin(membership.role, floor));
}
