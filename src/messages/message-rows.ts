import type { Transaction } from '../database/index.js';
import type { Message } from './message.entity.js';

// What a send does with its table, written out: it is what the house does most.

type NonceHolder = Pick<Message, 'id' | 'roomId' | 'fingerprint'>;
type NewMessage = Omit<Message, 'editedAt' | 'deletedAt'>;

const FIND_NONCE = 'select id, room_id as roomId, fingerprint from message where author_id = ? and nonce = ?';
const INSERT = `insert into message (id, room_id, number, seq, author_id, body, nonce, fingerprint, created_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** The message that an author has sent with a nonce. */
export async function findNonce(tx: Transaction, authorId: string, nonce: string): Promise<NonceHolder | undefined> {
  const [row] = await tx.rows<NonceHolder>(FIND_NONCE, [authorId, nonce]);
  return row;
}

export async function insertMessage(tx: Transaction, message: NewMessage): Promise<void> {
  const { id, roomId, number, seq, authorId, body, nonce, fingerprint, createdAt } = message;
  await tx.rows(INSERT, [id, roomId, number, seq, authorId, body, nonce, fingerprint, createdAt.getTime()]);
}
