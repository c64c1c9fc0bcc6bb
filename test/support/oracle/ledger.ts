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
  /** Reactions and pins, as `reaction MESSAGE PERSON EMOJI` and `pin MESSAGE`: whether there is one; undefined while somebody changes it. */
  readonly marks = new Map<string, boolean | undefined>();
  /** How far people have read rooms and threads, as `PERSON ROOM` or `PERSON THREAD`. */
  readonly readings = new Map<string, number>();
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

  /** From here until it is acknowledged nobody knows whether it is there. */
  isMarking(mark: string): void {
    this.marks.set(mark, undefined);
  }

  marked(mark: string, isSet: boolean): void {
    this.changes += 1;
    this.marks.set(mark, isSet);
  }

  /** They go with the message. */
  forgetsMarksOn({ id }: { id: string }): void {
    for (const mark of this.marks.keys()) if (mark.split(' ')[1] === id) this.marks.delete(mark);
  }

  read(who: Person, { id }: { id: string }, number: number): void {
    this.changes += 1;
    const place = `${who.id} ${id}`;
    this.readings.set(place, Math.max(number, this.readings.get(place) ?? 0));
  }

  /** Somebody came or went. */
  moved(): void {
    this.changes += 1;
  }
}
