import { createHash } from 'node:crypto';
import type { MessageAnswer, Person } from '../people/person.js';
import type { Content, Uploaded } from '../files/uploads.js';

export interface AcknowledgedMessage {
  readonly authorId: string;
  readonly roomId: string;
  readonly number: number;
  readonly nonce: string | null;
  /** As last acknowledged; null once it was deleted, undefined while somebody changes it. */
  body: string | null | undefined;
}

/** What the server has said is done: it has to stay so, whatever happens to the server. */
export class Ledger {
  readonly messages = new Map<string, AcknowledgedMessage>();
  /** The hash of what was sent, by the id of the file. */
  readonly files = new Map<string, string>();
  /** How many changes were acknowledged, of all kinds. */
  changes = 0;

  said(author: Person, { id: roomId }: { id: string }, { id, number, nonce, body }: MessageAnswer): void {
    this.changes += 1;
    this.messages.set(id, { authorId: author.id, roomId, number, nonce, body });
  }

  /** From here until the change is acknowledged nobody knows what it says. */
  isChanging({ id }: { id: string }): void {
    const message = this.messages.get(id);
    if (message) message.body = undefined;
  }

  edited({ id }: { id: string }, body: string): void {
    this.changes += 1;
    const message = this.messages.get(id);
    if (message) message.body = body;
  }

  deleted({ id }: { id: string }): void {
    this.changes += 1;
    const message = this.messages.get(id);
    if (message) message.body = null;
  }

  uploaded({ id }: Uploaded, content: Content): void {
    this.changes += 1;
    this.files.set(id, createHash('sha256').update(content).digest('hex'));
  }

  /** Its file went with the message that showed it. */
  forgets({ id }: { id: string }): void {
    this.files.delete(id);
  }

  /** Somebody came or went. */
  moved(): void {
    this.changes += 1;
  }
}
