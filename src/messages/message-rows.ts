import type { Transaction } from '../database/index.js';
import type { Message } from './message.entity.js';
import { INSERT_MESSAGE, MESSAGE_WITH_NONCE } from './messages.queries.js';

// What a send does with its table, written out: it is what the house does most.

type NonceHolder = Pick<Message, 'id' | 'roomId' | 'fingerprint'>;
type NewMessage = Omit<Message, 'editedAt' | 'deletedAt'>;

/** The message that an author has sent with a nonce. */
export async function findNonce(tx: Transaction, authorId: string, nonce: string): Promise<NonceHolder | undefined> {
  const [row] = await tx.rows<NonceHolder>(MESSAGE_WITH_NONCE, [authorId, nonce]);
  return row;
}

export async function insertMessage(tx: Transaction, message: NewMessage): Promise<void> {
  const { id, roomId, number, seq, authorId, body, nonce, fingerprint, createdAt } = message;
  await tx.rows(INSERT_MESSAGE, [id, roomId, number, seq, authorId, body, nonce, fingerprint, createdAt.getTime()]);
}
