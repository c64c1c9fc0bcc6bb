import { Injectable } from '@nestjs/common';
import { type LogPosition, newId } from '../common/index.js';
import { Database, type Transaction } from '../database/index.js';
import { LoggedEvent, type NewEvent } from './logged-event.entity.js';

const BEGINNING: LogPosition = { position: 0, eventId: '' };

/** What happened, in the order in which it was committed. Written in the transaction of the change; read from a position. */
@Injectable()
export class EventLog {
  private newest = BEGINNING;

  constructor(private readonly database: Database) {}

  /** Where the log stands, as far as this process knows: never further than what a read that follows will see. */
  head(): LogPosition {
    return this.newest;
  }

  async append(tx: Transaction, event: NewEvent): Promise<LogPosition> {
    const id = newId();
    const position = await tx.em.insert(LoggedEvent, { ...event, id });
    tx.afterCommit(() => {
      if (position > this.newest.position) this.newest = { position, eventId: id };
    });
    return { position, eventId: id };
  }

  /** The next events of one room after a position. */
  ofRoomAfter(roomId: string, position: number, limit: number): Promise<LoggedEvent[]> {
    return this.database
      .read()
      .find(LoggedEvent, { roomId, position: { $gt: position } }, { orderBy: { position: 'asc' }, limit });
  }

  /** The next events of all rooms after a position. */
  allAfter(position: number, limit: number): Promise<LoggedEvent[]> {
    return this.database
      .read()
      .find(LoggedEvent, { position: { $gt: position } }, { orderBy: { position: 'asc' }, limit });
  }

  at(position: number): Promise<LoggedEvent | null> {
    return this.database.read().findOne(LoggedEvent, { position });
  }

  /** The room's newest event that is not beyond a position. */
  newestOfRoom(roomId: string, upTo: number): Promise<LoggedEvent | null> {
    return this.database
      .read()
      .findOne(LoggedEvent, { roomId, position: { $lte: upTo } }, { orderBy: { position: 'desc' } });
  }

  /** Looks up where the log stands: at the start, before anything is served. */
  async open(): Promise<void> {
    const last = await this.database
      .read()
      .findOne(LoggedEvent, { position: { $gt: 0 } }, { orderBy: { position: 'desc' } });
    this.newest = last ? { position: last.position, eventId: last.id } : BEGINNING;
  }
}
