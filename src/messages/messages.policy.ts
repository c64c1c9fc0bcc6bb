import { mayModerate, type Membership } from '../rooms/index.js';
import type { Message } from './message.entity.js';

/** In characters (code points). */
export const MAX_MESSAGE_LENGTH = 8000;

/** Who may do what to a message of a room that they are in. Pure: a refusal is its sentence. */
type Decision = string | null;

export function refusalToEdit(message: Message, actorId: string): Decision {
  if (message.authorId !== actorId) return 'Only the author can edit a message.';
  return message.deletedAt ? 'This message was deleted.' : null;
}

export function refusalToDelete(message: Message, { userId, role }: Membership): Decision {
  if (message.authorId === userId || mayModerate(role)) return null;
  return "Only the owner and moderators can delete other people's messages.";
}
