import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database, type Transaction } from '../database/index.js';
import { InvalidInput } from '../errors/index.js';
import { Journal } from '../log/index.js';
import { RoomAccess, RoomNotFound, RoomType } from '../rooms/index.js';
import type { MarkReadInput, MarkUnreadInput } from './reading.inputs.js';
import { RoomStateChanged } from './reading.events.js';
import { ShownThreads, ThreadReadingService, type ThreadType } from '../threads/index.js';
import { ReaderPlaces, type ReaderPlace } from './reader-places.js';
import { SAVE_MARK } from './reading.queries.js';

export interface Marked {
  readonly room: RoomType;
  readonly thread: ThreadType | null;
}

/** How far people have read. A mark holds the person alone: a thousand who read wait for nobody who writes, nor the other way round. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly database: Database,
    private readonly access: RoomAccess,
    private readonly places: ReaderPlaces,
    private readonly journal: Journal,
    private readonly threadReading: ThreadReadingService,
    private readonly threads: ShownThreads,
  ) {}

  /** A mark that comes late is smaller than the one that stands, and changes nothing. */
  async markRead(actor: Actor, { roomId, number, threadId }: MarkReadInput): Promise<Marked> {
    if (threadId != null) {
      await this.threadReading.markRead(actor, { roomId, threadId }, number);
      return this.marked(actor, roomId, threadId);
    }
    return this.mark(actor, roomId, ({ lastNumber, lastReadNumber }) => {
      if (number < 0 || number > lastNumber) throw new InvalidInput('number', 'There is no message of this number.');
      return Math.max(number, lastReadNumber);
    });
  }

  async markUnread(actor: Actor, { roomId, fromNumber, threadId }: MarkUnreadInput): Promise<Marked> {
    if (threadId != null) {
      await this.threadReading.markUnread(actor, { roomId, threadId }, fromNumber);
      return this.marked(actor, roomId, threadId);
    }
    return this.mark(actor, roomId, ({ lastNumber, lastReadNumber }) => {
      if (fromNumber < 1 || fromNumber > lastNumber)
        throw new InvalidInput('fromNumber', 'There is no message of this number.');
      return Math.min(fromNumber - 1, lastReadNumber);
    });
  }

  /** Refusals come before anything is written, so that they cost the others of the group nothing. */
  private async mark(actor: Actor, roomId: string, markAt: (place: ReaderPlace) => number): Promise<Marked> {
    await this.database.writeTogether({ people: [actor.userId] }, async (tx) => {
      const place = await this.places.of(tx, actor, roomId);
      const number = markAt(place);
      if (number !== place.lastReadNumber) await this.save(tx, actor, roomId, { ...place, lastReadNumber: number });
    });
    return this.marked(actor, roomId, null);
  }

  private async save(
    tx: Transaction,
    { userId }: Actor,
    roomId: string,
    { membershipId, lastReadNumber }: ReaderPlace,
  ): Promise<void> {
    await tx.rows(SAVE_MARK, [membershipId, lastReadNumber]);
    await this.journal.ofPerson(tx, RoomStateChanged, userId, { actorId: userId, subjectId: roomId });
  }

  /** They may have been removed from it since. */
  private async marked(actor: Actor, roomId: string, threadId: string | null): Promise<Marked> {
    const room = await this.access.visible(actor, roomId);
    if (!room) throw new RoomNotFound();
    return { room: RoomType.of(room), thread: threadId === null ? null : await this.threads.one(threadId) };
  }
}
