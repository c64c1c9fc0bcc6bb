import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../graphql/index.js';
import type { LogPosition } from './log-position.js';
import { newId } from '../runtime/index.js';
import { Database, type Transaction } from '../database/index.js';
import { EventIds } from './event-ids.js';
import { LoggedEvent, type NewEvent } from './logged-event.entity.js';

const BEGINNING: LogPosition = { position: 0, eventId: '' };

interface PlaceInRoom {
  readonly roomId: string;
  readonly upTo: number;
}

const APPEND = `insert into event (id, room_id, person_id, seq, type, actor_id, subject_id, particulars, at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning position`;

const PAGE_OF_ROOM = `room_id = ? and seq >= coalesce((
    select place.seq - place.seq % ? from event as place where place.room_id = ? and place.position <= ?
    order by place.position desc limit 1
  ), 0) order by seq limit ?`;

const keyOf = ({ roomId, upTo }: PlaceInRoom): string => `${roomId}:${String(upTo)}`;

/** What happened, in the order in which it was committed. Written in the transaction of the change; read from a position. */
@Injectable()
export class EventLog {
  private newest = BEGINNING;
  private readonly ids: EventIds;
  private readonly listeners = new Set<(event: LoggedEvent) => void>();
  private readonly newestOfRooms = new BatchLoader<PlaceInRoom, LoggedEvent | null>(
    (places) => this.findNewest(places),
    // An older position is a position all the same: whoever goes on from it misses nothing.
    () => [],
    keyOf,
  );

  constructor(private readonly database: Database) {
    this.ids = new EventIds(database);
  }

  /** Where the log stands, as far as this process knows: never further than what a read that follows will see. */
  head(): LogPosition {
    return this.newest;
  }

  /** Calls back with each event that this process has written, once it is on disk. */
  listen(listener: (event: LoggedEvent) => void): void {
    this.listeners.add(listener);
  }

  async append(tx: Transaction, event: NewEvent): Promise<LogPosition> {
    const id = newId();
    const { roomId, personId, seq, type, actorId, subjectId, particulars, at } = event;
    const [row] = await tx.rows<{ position: number }>(APPEND, [
      id,
      roomId,
      personId,
      seq,
      type,
      actorId,
      subjectId,
      particulars && JSON.stringify(particulars),
      at.getTime(),
    ]);
    if (!row) throw new Error('An event was appended without a position.');
    const { position } = row;
    tx.afterCommit(() => {
      this.ids.remember(position, id);
      if (position > this.newest.position) this.newest = { position, eventId: id };
      for (const listener of this.listeners) listener({ ...event, position, id });
    });
    return { position, eventId: id };
  }

  /** The next events of one room after a position. */
  ofRoomAfter(roomId: string, position: number, limit: number): Promise<LoggedEvent[]> {
    return this.database.find(LoggedEvent, 'room_id = ? and position > ? order by position limit ?', [
      roomId,
      position,
      limit,
    ]);
  }

  /** The next events of all rooms after a position. */
  allAfter(position: number, limit: number): Promise<LoggedEvent[]> {
    return this.database.find(LoggedEvent, 'position > ? order by position limit ?', [position, limit]);
  }

  /** The newest events of one room up to a position, oldest first. */
  async ofRoomUpTo(roomId: string, position: number, limit: number): Promise<LoggedEvent[]> {
    const where = 'room_id = ? and position <= ? order by position desc limit ?';
    return (await this.database.find(LoggedEvent, where, [roomId, position, limit])).reverse();
  }

  /** The newest events of all rooms up to a position, oldest first. */
  async allUpTo(position: number, limit: number): Promise<LoggedEvent[]> {
    return (
      await this.database.find(LoggedEvent, 'position <= ? order by position desc limit ?', [position, limit])
    ).reverse();
  }

  /** The place of the event at a position, where there is one. */
  async at(position: number): Promise<LogPosition | null> {
    const eventId = await this.ids.at(position);
    return eventId === undefined ? null : { position, eventId };
  }

  /**
   * The page of a room's events that holds the next one after a position, behind the one before it. Pages end where `seq` is a
   * multiple of their size: they are the same ones wherever a reader begins.
   */
  ofRoomPage(roomId: string, position: number, size: number): Promise<LoggedEvent[]> {
    return this.database.find(LoggedEvent, PAGE_OF_ROOM, [roomId, size, roomId, position, size + 1]);
  }

  /** The same of all rooms, by position. */
  allPage(position: number, size: number): Promise<LoggedEvent[]> {
    const before = position - (position % size);
    return this.database.find(LoggedEvent, 'position >= ? order by position limit ?', [before, size + 1]);
  }

  /** The room's newest event that is not beyond a position. Batched within an operation. */
  newestOfRoom(scope: object, roomId: string, upTo: number): Promise<LoggedEvent | null> {
    return this.newestOfRooms.load(scope, { roomId, upTo });
  }

  /** Looks up where the log stands: at the start, before anything is served. */
  async open(): Promise<void> {
    const last = await this.database
      .read()
      .findOne(LoggedEvent, { position: { $gt: 0 } }, { orderBy: { position: 'desc' } });
    this.newest = last ? { position: last.position, eventId: last.id } : BEGINNING;
  }

  /** One statement for many rooms; the index gives each room's newest without looking at what is before it. */
  private async findNewest(places: readonly PlaceInRoom[]): Promise<(LoggedEvent | null)[]> {
    const em = this.database.read();
    const rows = await em.execute<Record<string, unknown>[]>(
      `with asked (room_id, up_to) as (values ${places.map(() => '(?, ?)').join(', ')})
       select event.*, asked.up_to from asked join event on event.position = (
         select max(position) from event where event.room_id = asked.room_id and event.position <= asked.up_to
       )`,
      places.flatMap(({ roomId, upTo }) => [roomId, upTo]),
      { connectionType: 'read' },
    );
    const newest = new Map(
      rows.map(({ up_to: upTo, ...row }) => {
        const event = em.map(LoggedEvent, row);
        return [keyOf({ roomId: event.roomId ?? '', upTo: Number(upTo) }), event];
      }),
    );
    return places.map((place) => newest.get(keyOf(place)) ?? null);
  }
}
