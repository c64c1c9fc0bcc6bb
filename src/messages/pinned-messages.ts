import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { BatchLoader, connectionOf, noteShown, pageSize } from '../graphql/index.js';
import { Cursors, shown } from '../log/index.js';
import type { RoomType } from '../rooms/index.js';
import type { MessageConnection, MessageType } from './message.type.js';
import { MESSAGES_WITH_IDS, pagesOfPins } from './messages.queries.js';
import { ShownMessages } from './shown-messages.js';

interface Page {
  readonly roomId: string;
  readonly first: number;
  /** Where the page before ended: its last pin, by the time in milliseconds and the message's `seq`: numbers are those of a room and of each of its threads. */
  readonly before: readonly [time: number, seq: number];
}

/** Later than any pin. */
const NEWEST = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER] as const;

/** Pages of what is pinned in a room, the newest pin first. */
@Injectable()
export class PinnedMessages {
  private readonly pages = new BatchLoader<Page, MessageType[]>(
    (pages) => this.findPages(pages),
    ({ roomId }) => [shown.pinsOf(roomId)],
    ({ roomId, first, before }) => `${roomId}:${String(first)}:${before.join(':')}`,
  );

  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly shownMessages: ShownMessages,
  ) {}

  async pageOf(
    scope: object,
    { id: roomId }: RoomType,
    args: { readonly first: number; readonly after: string | null | undefined },
  ): Promise<MessageConnection> {
    const list = `pins:${roomId}`;
    const first = pageSize('first', args.first);
    const [time, seq] = args.after == null ? NEWEST : this.cursors.keyInList(list, args.after);
    const found = await this.pages.load(scope, { roomId, first, before: [Number(time), Number(seq)] });
    const messages = found.slice(0, first);
    noteShown(scope, ...messages.flatMap(({ id, author }) => [shown.message(id), shown.user(author.id)]));
    const more = { hasNextPage: found.length > first, hasPreviousPage: args.after != null };
    const cursorOf = ({ pinnedAt, seq: last }: MessageType): string =>
      this.cursors.ofList(list, [pinnedAt?.getTime() ?? 0, last]);
    return { ...connectionOf(messages, cursorOf, more), range: null };
  }

  /** Two statements for many pages, each with one message more than asked so that "is there more" is known. */
  private async findPages(pages: readonly Page[]): Promise<MessageType[][]> {
    const rows = await this.database.rows<{ page: number; id: string }>(
      pagesOfPins(pages.length),
      pages.flatMap(({ roomId, before, first }, page) => [page, roomId, ...before, first + 1]),
    );
    if (rows.length === 0) return pages.map(() => []);
    const found = await this.database.find(MESSAGES_WITH_IDS, [rows.map(({ id }) => id)]);
    const messages = new Map((await this.shownMessages.of(found)).map((message) => [message.id, message]));
    const byPage = Map.groupBy(rows, ({ page }) => page);
    // What was unpinned between the two statements is not a pin any more.
    return pages.map((_, page) =>
      (byPage.get(page) ?? []).flatMap(({ id }) => {
        const message = messages.get(id);
        return message?.pinnedAt ? [message] : [];
      }),
    );
  }
}
