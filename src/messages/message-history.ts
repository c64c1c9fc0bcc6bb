import { Injectable } from '@nestjs/common';
import { BatchLoader, connectionOf, noteShown, pageOf, pageSize, type PageArgs } from '../graphql/index.js';
import { Database, SharedReads } from '../database/index.js';
import { Cursors, type LoggedEvent, shown } from '../log/index.js';
import { RoomHistory, type RoomType } from '../rooms/index.js';
import { type MessageConnection, type MessageRange, type MessageType } from './message.type.js';
import { messagesWithin, TIME_OF_MESSAGE } from './messages.queries.js';
import { ShownMessages } from './shown-messages.js';

/** Messages from one number to another, both included. Numbers have no gaps, so a page is a range and never a scan. */
interface Range {
  readonly roomId: string;
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
    ({ roomId }) => [shown.messagesOf(roomId)],
    ({ roomId, from, to }) => `${roomId}:${String(from)}:${String(to)}`,
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
  async pageOf(scope: object, room: RoomType, args: PageArgs): Promise<MessageConnection> {
    const list = listOf(room);
    const page = pageOf(args, 'backward');
    const place =
      page.cursor === undefined
        ? undefined
        : Number(this.cursors.keyInList(list, page.cursor, page.direction === 'forward' ? 'after' : 'before')[0]);
    const from =
      page.direction === 'forward' ? (place ?? 0) + 1 : Math.max(1, (place ?? room.lastNumber + 1) - page.size);
    const to =
      page.direction === 'forward'
        ? Math.min(from + page.size - 1, room.lastNumber)
        : (place ?? room.lastNumber + 1) - 1;
    return this.page(scope, room, { from, to, size: page.size });
  }

  /** A page with this message in its middle, or as near to that as the ends of the room allow. */
  async pageAround(scope: object, room: RoomType, number: number, count: number): Promise<MessageConnection> {
    const size = pageSize('count', count);
    const from = Math.max(1, Math.min(number - Math.floor(size / 2), room.lastNumber - size + 1));
    return this.page(scope, room, { from, to: Math.min(from + size - 1, room.lastNumber), size });
  }

  /** A page around the first message that was sent at this time or later; where there is none, the end of the room. */
  async pageAt(scope: object, room: RoomType, time: Date, count: number): Promise<MessageConnection> {
    return this.pageAround(scope, room, await this.firstSince(room, time), count);
  }

  /** Numbers and times go up together, so that a room of a million messages is asked about twenty of them. */
  private async firstSince({ id, lastNumber }: RoomType, time: Date): Promise<number> {
    let [low, high] = [1, lastNumber + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const [row] = await this.database.rows<{ sentAt: number | string }>(TIME_OF_MESSAGE, [id, middle]);
      if (row && Number(row.sentAt) < time.getTime()) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private async page(scope: object, room: RoomType, { from, to, size }: Stretch): Promise<MessageConnection> {
    const range = { roomId: room.id, from, to, last: room.lastNumber, size };
    // Before it is read: of a change that comes in between, the answer may show either.
    if (from <= to) noteShown(scope, shown.messagesOf(room.id));
    const key = [room.id, from, to, range.last, range.size].join(':');
    const connection = await this.pages.of(key, () => this.read(scope, listOf(room), range));
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

  private async read(scope: object, list: string, range: MessageRange): Promise<MessageConnection> {
    const { from, to, last } = range;
    const messages = from > to ? [] : await this.ranges.load(scope, range);
    const connection = connectionOf(messages, ({ number }) => this.cursors.ofList(list, [number]), {
      hasNextPage: to < last,
      hasPreviousPage: from > 1,
    });
    return { ...connection, range };
  }

  /** From the message before these to the one after them, by `seq`. */
  private async stretchAround(scope: object, { roomId, from, to, last }: MessageRange) {
    const edges = [from - 1, to + 1].filter((number) => number >= 1 && number <= last);
    const found = await Promise.all(
      edges.map((number) => this.ranges.load(scope, { roomId, from: number, to: number })),
    );
    const seqOf = (number: number): number | undefined =>
      found.flat().find((message) => message.number === number)?.seq;
    return { roomId, after: seqOf(from - 1) ?? 0, before: seqOf(to + 1) ?? Infinity };
  }

  /** One statement for a page of each of many rooms. */
  private async findRanges(ranges: readonly Range[]): Promise<MessageType[][]> {
    const found = await this.database.find(
      messagesWithin(ranges.length),
      ranges.flatMap(({ roomId, from, to }) => [roomId, from, to]),
    );
    const messages = await this.shownMessages.of(found);
    if (ranges.length === 1) return [messages];
    return ranges.map(({ roomId, from, to }) =>
      messages.filter((message) => message.roomId === roomId && message.number >= from && message.number <= to),
    );
  }
}

function bytesOf({ nodes }: MessageConnection): number {
  // Twice with what it says of itself: as it was read, and as it is answered.
  return nodes.reduce((bytes, { body }) => bytes + BYTES_OF_MESSAGE + 4 * body.length, 0);
}

function listOf({ id }: RoomType): string {
  return `messages:${id}`;
}
