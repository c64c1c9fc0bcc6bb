import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../graphql/index.js';
import { BEGINNING, type LogPosition, placeOf } from './log-position.js';
import { newId } from '../runtime/index.js';
import { Database, type Transaction } from '../database/index.js';
import { EventIds } from './event-ids.js';
import {
  APPEND_EVENT,
  EVENTS_AFTER,
  EVENTS_OF_ROOM_AFTER,
  EVENTS_OF_ROOM_UP_TO,
  EVENTS_UP_TO,
  newestOfRooms,
  PAGE_OF_EVENTS,
  PAGE_OF_ROOM,
  REMOVE_EVENTS_OF_ROOM,
} from './events.queries.js';
import { LoggedEvent, type NewEvent } from './logged-event.entity.js';

interface PlaceInRoom {
  readonly roomId: string;
  readonly upTo: number;
}

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
    const [row] = await tx.rows<{ position: number }>(APPEND_EVENT, [
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

  /**
   * Removes the first events of a room that was deleted; says whether there may be more. Their positions are given to no others, so that whoever stands
   * at one of them goes on from there.
   */
  async removeSomeOf(tx: Transaction, roomId: string, limit: number): Promise<boolean> {
    return (await tx.rows(REMOVE_EVENTS_OF_ROOM, [roomId, limit])).length > 0;
  }

  /** The next events of one room after a position. */
  ofRoomAfter(roomId: string, position: number, limit: number): Promise<LoggedEvent[]> {
    return this.database.find(EVENTS_OF_ROOM_AFTER, [roomId, position, limit]);
  }

  /** The next events of all rooms after a position. */
  allAfter(position: number, limit: number): Promise<LoggedEvent[]> {
    return this.database.find(EVENTS_AFTER, [position, limit]);
  }

  /** The newest events of one room up to a position, oldest first. */
  async ofRoomUpTo(roomId: string, position: number, limit: number): Promise<LoggedEvent[]> {
    return (await this.database.find(EVENTS_OF_ROOM_UP_TO, [roomId, position, limit])).reverse();
  }

  /** The newest events of all rooms up to a position, oldest first. */
  async allUpTo(position: number, limit: number): Promise<LoggedEvent[]> {
    return (await this.database.find(EVENTS_UP_TO, [position, limit])).reverse();
  }

  /** The place of the event at a position, where there is one. */
  async at(position: number): Promise<LogPosition | null> {
    const eventId = await this.ids.at(position);
    return eventId === undefined ? null : { position, eventId };
  }

  /** The place after which lies all that has happened since a moment, by the server's clock; the beginning of the log where the moment is earlier. */
  async placeAt(moment: Date): Promise<LogPosition> {
    let before = BEGINNING;
    // After this position nothing happened before the moment.
    let end = this.newest.position;
    while (before.position < end) {
      const middle = Math.floor((before.position + end) / 2);
      const [next] = await this.allAfter(middle, 1);
      if (next && next.at < moment) before = placeOf(next);
      else end = middle;
    }
    return before;
  }

  /**
   * The page of a room's events that holds the next one after a position, behind the one before it. Pages end where `seq` is a
   * multiple of their size: they are the same ones wherever a reader begins.
   */
  ofRoomPage(roomId: string, position: number, size: number): Promise<LoggedEvent[]> {
    return this.database.find(PAGE_OF_ROOM, [roomId, size, roomId, position, size + 1]);
  }

  /** The same of all rooms, by position. */
  allPage(position: number, size: number): Promise<LoggedEvent[]> {
    const before = position - (position % size);
    return this.database.find(PAGE_OF_EVENTS, [before, size + 1]);
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
    this.newest = last ? placeOf(last) : BEGINNING;
  }

  /** One statement for many rooms. */
  private async findNewest(places: readonly PlaceInRoom[]): Promise<(LoggedEvent | null)[]> {
    const em = this.database.read();
    const rows = await this.database.rows<Record<string, unknown>>(
      newestOfRooms(places.length),
      places.flatMap(({ roomId, upTo }) => [roomId, upTo]),
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
