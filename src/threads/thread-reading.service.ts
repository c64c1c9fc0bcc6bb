import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database, type Transaction } from '../database/index.js';
import { InvalidInput } from '../errors/index.js';
import { Journal } from '../log/index.js';
import { RoomAccess } from '../rooms/index.js';
import { isId } from '../runtime/index.js';
import { ThreadNotFound } from './threads.errors.js';
import { ThreadStateChanged } from './threads.events.js';
import { SAVE_FOLLOWING, SAVE_THREAD_MARK, THREAD_PLACE } from './threads.queries.js';

interface Marking {
  readonly roomId: string;
  readonly threadId: string;
}

/** Where somebody stands in a thread; what they have marked and said is null where they have not. */
interface Place {
  readonly membershipId: string;
  readonly roomId: string;
  readonly lastNumber: number;
  readonly follows: number | boolean | null;
  readonly markedNumber: number | null;
}

/** How far people have read threads, and which ones they follow. A change holds the person alone, as a mark in a room does. */
@Injectable()
export class ThreadReadingService {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly journal: Journal,
  ) {}

  /** A mark that comes late is smaller than the one that stands, and changes nothing. */
  markRead(actor: Actor, thread: Marking, number: number): Promise<void> {
    return this.mark(actor, thread, (lastNumber, lastRead) => {
      if (number < 0 || number > lastNumber) throw new InvalidInput('number', 'There is no message of this number.');
      return Math.max(number, lastRead);
    });
  }

  markUnread(actor: Actor, thread: Marking, fromNumber: number): Promise<void> {
    return this.mark(actor, thread, (lastNumber, lastRead) => {
      if (fromNumber < 1 || fromNumber > lastNumber)
        throw new InvalidInput('fromNumber', 'There is no message of this number.');
      return Math.min(fromNumber - 1, lastRead);
    });
  }

  /** What they say holds, whatever they write there, until they say otherwise or somebody else names them there. Whoever has read nothing there begins at its end. */
  async followThread(actor: Actor, threadId: string, follows: boolean): Promise<void> {
    await this.database.write({ people: [actor.userId] }, async (tx) => {
      const place = await this.placeOf(tx, actor, threadId);
      if (place.follows !== null && Boolean(place.follows) === follows) return;
      await tx.rows(SAVE_FOLLOWING, [place.membershipId, threadId, follows ? 1 : 0, place.lastNumber]);
      // One who says that they do not want to, and had read nothing there, has a mark from then on.
      const isMarked = place.markedNumber === null;
      if (isMarked || Boolean(place.follows) !== follows) await this.changed(tx, actor, { ...place, threadId });
    });
  }

  /** Refusals come before anything is written, so that they cost the others of the group nothing. */
  private async mark(
    actor: Actor,
    { roomId, threadId }: Marking,
    markAt: (lastNumber: number, lastRead: number) => number,
  ): Promise<void> {
    await this.database.writeTogether({ people: [actor.userId] }, async (tx) => {
      await this.access.assertMember(actor, roomId, tx);
      const place = await this.placeOf(tx, actor, threadId);
      if (place.roomId !== roomId) throw new ThreadNotFound();
      const lastRead = place.markedNumber ?? 0;
      const number = markAt(place.lastNumber, lastRead);
      if (number === lastRead) return;
      await tx.rows(SAVE_THREAD_MARK, [place.membershipId, threadId, number]);
      await this.changed(tx, actor, { roomId, threadId });
    });
  }

  private async placeOf(tx: Transaction, { userId }: Actor, threadId: string): Promise<Place> {
    const [place] = isId(threadId) ? await tx.rows<Place>(THREAD_PLACE, [threadId, userId]) : [];
    if (!place) throw new ThreadNotFound();
    return place;
  }

  private async changed(tx: Transaction, { userId }: Actor, { roomId, threadId }: Marking): Promise<void> {
    const particulars = { v: 1, roomId } as const;
    await this.journal.ofPerson(tx, ThreadStateChanged, userId, { actorId: userId, subjectId: threadId, particulars });
  }
}
