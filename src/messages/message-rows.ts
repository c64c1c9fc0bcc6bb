import type { Transaction } from '../database/index.js';
import { MessageContentColumn } from './message-content.column.js';
import type { Message } from './message.entity.js';
import { CLAIM_MESSAGE, CLAIM_THREAD_MESSAGE, MESSAGE_WITH_NONCE } from './messages.queries.js';

// What a send does with its table, written out: it is what the house does most.

type NonceHolder = Pick<Message, 'id' | 'roomId' | 'fingerprint'>;
type Places = Pick<Message, 'number' | 'seq'>;
type NewMessage = Omit<Message, keyof Places | 'editedAt' | 'deletedAt' | 'pinnedAt'>;

const COLUMN = new MessageContentColumn();

/** The message that an author has sent with a nonce. */
export async function findNonce(tx: Transaction, authorId: string, nonce: string): Promise<NonceHolder | undefined> {
  const [row] = await tx.rows<NonceHolder>(MESSAGE_WITH_NONCE, [authorId, nonce]);
  return row;
}

/** Makes a message at the next places of its timeline and its room, which the room's lock keeps for it; nothing where the author has sent one with the nonce. */
export async function claimMessage(tx: Transaction, message: NewMessage): Promise<Places | undefined> {
  const { id, roomId, threadId, authorId, content, nonce, fingerprint, replyToId, createdAt, streamState } = message;
  const body = COLUMN.convertToDatabaseValue(content);
  const said = [id, authorId, body, nonce, fingerprint, replyToId, createdAt.getTime(), streamState, roomId];
  const [places] =
    threadId === null
      ? await tx.rows<Places>(CLAIM_MESSAGE, said)
      : await tx.rows<Places>(CLAIM_THREAD_MESSAGE, [...said, threadId]);
  return places;
}
