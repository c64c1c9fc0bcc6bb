import { Injectable, type Type } from '@nestjs/common';
import { Clock } from '../../runtime/index.js';
import { EventLog, type LogPosition } from '../../log/index.js';
import type { Transaction } from '../../database/index.js';
import { TAKE_PLACES } from '../rooms.queries.js';
import type { RoomEventType } from './rooms.events.js';

/** What is to be written down of a kind of event: with its particulars, where the kind has some. */
type NewRoomEvent<Kind> = About &
  (Kind extends { readonly particulars: infer P } ? { readonly particulars: P } : unknown);

interface About {
  readonly roomId: string;
  readonly actorId: string | null;
  readonly subjectId: string;
}

/** Writes down what happens in a room, in the transaction in which it happens. */
@Injectable()
export class RoomJournal {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  async record<Kind extends RoomEventType>(
    tx: Transaction,
    kind: Type<Kind>,
    event: NewRoomEvent<Kind>,
  ): Promise<LogPosition> {
    const { seq } = await this.takePlaces(tx, event.roomId, { messages: 0 });
    return this.append(tx, kind, event, seq);
  }

  /** A message's own event: takes its number among the messages as well as its place among the events, which the message has taken for its own. */
  async recordMessage<Kind extends RoomEventType>(
    tx: Transaction,
    kind: Type<Kind>,
    event: NewRoomEvent<Kind>,
    taken: Places,
  ): Promise<void> {
    const { seq, number } = await this.takePlaces(tx, event.roomId, { messages: 1 });
    if (seq !== taken.seq || number !== taken.number) throw new Error('A message took the places of another one.');
    await this.append(tx, kind, event, seq);
  }

  /** An event of something that has taken its place among the events for its own, and no number among the room's messages. */
  async recordAt<Kind extends RoomEventType>(
    tx: Transaction,
    kind: Type<Kind>,
    event: NewRoomEvent<Kind>,
    taken: number,
  ): Promise<void> {
    const { seq } = await this.takePlaces(tx, event.roomId, { messages: 0 });
    if (seq !== taken) throw new Error('A message took the place of another event.');
    await this.append(tx, kind, event, seq);
  }

  private append<Kind extends RoomEventType>(
    tx: Transaction,
    { name: type }: Type<Kind>,
    event: NewRoomEvent<Kind>,
    seq: number,
  ): Promise<LogPosition> {
    return this.log.append(tx, { particulars: null, ...event, type, seq, personId: null, at: this.clock.now() });
  }

  /** The change holds the room until the commit: that makes the counters dense and their order the order of commit. */
  private async takePlaces(tx: Transaction, roomId: string, { messages }: { messages: 0 | 1 }): Promise<Places> {
    const now = this.clock.now().getTime();
    const [row] = await tx.rows<Places>(TAKE_PLACES, [messages, now, roomId]);
    if (!row) throw new Error('An event was recorded for a room that does not exist.');
    return row;
  }
}

interface Places {
  readonly seq: number;
  readonly number: number;
}
