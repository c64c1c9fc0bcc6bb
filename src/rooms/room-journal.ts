import { Injectable, type Type } from '@nestjs/common';
import { Bus } from '../bus/index.js';
import { Clock, type LogPosition } from '../common/index.js';
import type { Transaction } from '../database/index.js';
import { EventLog } from '../log/index.js';
import type { RoomEventType } from './rooms.events.js';

interface Happening {
  readonly roomId: string;
  readonly actorId: string | null;
  readonly subjectId: string;
}

/** Writes down what happens in a room, in the transaction in which it happens, and says so once that is on disk. */
@Injectable()
export class RoomJournal {
  constructor(
    private readonly log: EventLog,
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  async record(tx: Transaction, kind: Type<RoomEventType>, happening: Happening): Promise<LogPosition> {
    const { seq } = await this.takePlaces(tx, happening.roomId, { messages: 0 });
    return this.append(tx, kind, happening, seq);
  }

  /** A message's own happening: takes its number among the messages as well as its place among the events. */
  async recordMessage(
    tx: Transaction,
    kind: Type<RoomEventType>,
    happening: Happening,
  ): Promise<{ number: number; seq: number }> {
    const { seq, number } = await this.takePlaces(tx, happening.roomId, { messages: 1 });
    await this.append(tx, kind, happening, seq);
    return { number, seq };
  }

  private async append(
    tx: Transaction,
    { name: type }: Type<RoomEventType>,
    happening: Happening,
    seq: number,
  ): Promise<LogPosition> {
    const event = { ...happening, type, seq, at: this.clock.now() };
    const { position, eventId: id } = await this.log.append(tx, event);
    tx.afterCommit(() => {
      this.bus.publish({ ...event, position, id });
    });
    return { position, eventId: id };
  }

  /** The update holds the room's row until the commit: that makes the counters dense and their order the order of commit. */
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

const TAKE_PLACES = `update room set last_seq = last_seq + 1, last_number = last_number + ?, last_activity_at = ? where id = ?
  returning last_seq as seq, last_number as number`;
