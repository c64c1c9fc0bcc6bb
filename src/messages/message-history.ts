import { Injectable } from '@nestjs/common';
import { BatchLoader, connectionOf, noteShown, pageOf, pageSize, type PageArgs } from '../graphql/index.js';
import { Database, SharedReads } from '../database/index.js';
import { Cursors, type LoggedEvent, shown } from '../log/index.js';
import { RoomHistory, type RoomType } from '../rooms/index.js';
import type { ThreadType } from '../threads/index.js';
import { type MessageConnection, type MessageRange, type MessageType } from './message.type.js';
import { messagesWithin, threadMessagesWithin, TIME_OF_MESSAGE, TIME_OF_THREAD_MESSAGE } from './messages.queries.js';
import { ShownMessages } from './shown-messages.js';

/** A list of messages that are numbered 1, 2, 3, … without gaps: a room's own, or a thread's. */
export interface Timeline {
  readonly of: 'room' | 'thread';
  /** The room's id, or the thread's. */
  readonly id: string;
  readonly lastNumber: number;
}

/** Messages from one number to another, both included. Numbers have no gaps, so a page is a range and never a scan. */
interface Range extends Pick<Timeline, 'of' | 'id'> {
  readonly from: number;
  readonly to: number;
}

/** What a page shows, and how much it was asked for. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/** How many comings and goings, and how many changes of the room, a page tells of for each message that it was asked for: the newest. */
export const MEMBER_EVENTS_PER_MESSAGE = 4;
export const ROOM_CHANGES_PER_MESSAGE = 1;

const MAX_SHARED_BYTES = 4 * 1024 * 1024;
/** What a message comes to in memory beside its text, also as part of an answer. */
const BYTES_OF_MESSAGE = 2000;

@Injectable()
export class MessageHistory {
  private readonly ranges = new BatchLoader<Range, MessageType[]>(
    (ranges) => this.findRanges(ranges),
    (range) => [shownIn(range)],
    keyOf,
  );

  /** Those who come back all at once read the same pages of the same rooms. */
  private readonly pages: SharedReads<MessageConnection>;

  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly rooms: RoomHistory,
    private readonly shownMessages: ShownMessages,
  ) {
    this.pages = new SharedReads(database, { bytesOf, maxBytes: MAX_SHARED_BYTES });
  }

  /** The same page is the same object for all who ask for it before anything is written. Whether they may read it is asked before. */
  async pageOf(scope: object, timeline: Timeline, args: PageArgs): Promise<MessageConnection> {
    const { lastNumber } = timeline;
    const list = listOf(timeline);
    const page = pageOf(args, 'backward');
    const place =
      page.cursor === undefined
        ? undefined
        : Number(this.cursors.keyInList(list, page.cursor, page.direction === 'forward' ? 'after' : 'before')[0]);
    const from = page.direction === 'forward' ? (place ?? 0) + 1 : Math.max(1, (place ?? lastNumber + 1) - page.size);
    const to =
      page.direction === 'forward' ? Math.min(from + page.size - 1, lastNumber) : (place ?? lastNumber + 1) - 1;
    return this.page(scope, timeline, { from, to, size: page.size });
  }

  /** A page with this message in its middle, or as near to that as the ends of the timeline allow. */
  async pageAround(scope: object, timeline: Timeline, number: number, count: number): Promise<MessageConnection> {
    const { lastNumber } = timeline;
    const size = pageSize('count', count);
    const from = Math.max(1, Math.min(number - Math.floor(size / 2), lastNumber - size + 1));
    return this.page(scope, timeline, { from, to: Math.min(from + size - 1, lastNumber), size });
  }

  /** A page around the first message that was sent at this time or later; where there is none, the end of the timeline. */
  async pageAt(scope: object, timeline: Timeline, time: Date, count: number): Promise<MessageConnection> {
    return this.pageAround(scope, timeline, await this.firstSince(timeline, time), count);
  }

  /** Numbers and times go up together, so that a timeline of a million messages is asked about twenty of them. */
  private async firstSince({ of, id, lastNumber }: Timeline, time: Date): Promise<number> {
    const asked = of === 'room' ? TIME_OF_MESSAGE : TIME_OF_THREAD_MESSAGE;
    let [low, high] = [1, lastNumber + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const [row] = await this.database.rows<{ sentAt: number | string }>(asked, [id, middle]);
      if (row && Number(row.sentAt) < time.getTime()) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private async page(scope: object, timeline: Timeline, { from, to, size }: Stretch): Promise<MessageConnection> {
    const range = { of: timeline.of, id: timeline.id, from, to };
    // Before it is read: of a change that comes in between, the answer may show either.
    if (from <= to) noteShown(scope, shownIn(timeline));
    const key = [keyOf(range), timeline.lastNumber, size].join(':');
    const connection = await this.pages.of(key, () => this.read(scope, timeline, { from, to, size }));
    noteShown(scope, ...connection.nodes.flatMap(({ id, author }) => [shown.message(id), shown.user(author.id)]));
    return connection;
  }

  /** Who came and went while these messages were written: after the message before them, and before the one after. */
  async memberEventsAround(scope: object, range: MessageRange): Promise<LoggedEvent[]> {
    const most = range.size * MEMBER_EVENTS_PER_MESSAGE;
    return this.rooms.memberEvents(scope, { ...(await this.stretchAround(scope, range)), most });
  }

  /** How the room itself changed meanwhile. */
  async roomChangesAround(scope: object, range: MessageRange): Promise<LoggedEvent[]> {
    const most = range.size * ROOM_CHANGES_PER_MESSAGE;
    return this.rooms.changes(scope, { ...(await this.stretchAround(scope, range)), most });
  }

  private async read(scope: object, timeline: Timeline, { from, to, size }: Stretch): Promise<MessageConnection> {
    const { of, id: timelineId, lastNumber: last } = timeline;
    const list = listOf(timeline);
    const messages = from > to ? [] : await this.ranges.load(scope, { of, id: timelineId, from, to });
    const connection = connectionOf(messages, ({ number }) => this.cursors.ofList(list, [number]), {
      hasNextPage: to < last,
      hasPreviousPage: from > 1,
    });
    return { ...connection, range: of === 'room' ? { roomId: timelineId, from, to, last, size } : null };
  }

  /** From the message before these to the one after them, by `seq`. */
  private async stretchAround(scope: object, { roomId, from, to, last }: MessageRange) {
    const edges = [from - 1, to + 1].filter((number) => number >= 1 && number <= last);
    const found = await Promise.all(
      edges.map((number) => this.ranges.load(scope, { of: 'room', id: roomId, from: number, to: number })),
    );
    const seqOf = (number: number): number | undefined =>
      found.flat().find((message) => message.number === number)?.seq;
    return { roomId, after: seqOf(from - 1) ?? 0, before: seqOf(to + 1) ?? Infinity };
  }

  /** One statement for a page of each of many rooms, and one for those of threads. */
  private async findRanges(ranges: readonly Range[]): Promise<MessageType[][]> {
    const [rooms, threads] = (['room', 'thread'] as const).map((of) => ranges.filter((range) => range.of === of));
    const found = [
      ...(rooms?.length ? await this.database.find(messagesWithin(rooms.length), rooms.flatMap(valuesOf)) : []),
      ...(threads?.length
        ? await this.database.find(threadMessagesWithin(threads.length), threads.flatMap(valuesOf))
        : []),
    ];
    const messages = await this.shownMessages.of(found);
    if (ranges.length === 1) return [messages];
    const byTimeline = Map.groupBy(messages, ({ threadId, roomId }) => threadId ?? roomId);
    return ranges.map(({ id, from, to }) =>
      (byTimeline.get(id) ?? []).filter(({ number }) => number >= from && number <= to),
    );
  }
}

function bytesOf({ nodes }: MessageConnection): number {
  // Twice with what it says of itself: as it was read, and as it is answered.
  return nodes.reduce((bytes, { body }) => bytes + BYTES_OF_MESSAGE + 4 * body.length, 0);
}

/** A room's own. */
export function timelineOf({ id, lastNumber }: RoomType): Timeline {
  return { of: 'room', id, lastNumber };
}

export function timelineOfThread({ id, lastNumber }: ThreadType): Timeline {
  return { of: 'thread', id, lastNumber };
}

function shownIn({ of, id }: Pick<Timeline, 'of' | 'id'>): string {
  return of === 'room' ? shown.messagesOf(id) : shown.thread(id);
}

function listOf({ of, id }: Timeline): string {
  return of === 'room' ? `messages:${id}` : `thread:${id}`;
}

function keyOf({ of, id, from, to }: Range): string {
  return `${of}:${id}:${String(from)}:${String(to)}`;
}

function valuesOf({ id, from, to }: Range): (string | number)[] {
  return [id, from, to];
}
