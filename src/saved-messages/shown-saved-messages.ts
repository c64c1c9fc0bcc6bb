import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database } from '../database/index.js';
import { BatchLoader, connectionOf, pageSize } from '../graphql/index.js';
import { Cursors, shown } from '../log/index.js';
import { type MessageConnection, type MessageType, NamedMessages } from '../messages/index.js';
import { SAVED_AMONG, SAVED_MESSAGES } from './saved-messages.queries.js';

interface Place {
  readonly userId: string;
  readonly messageId: string;
}

/** After whatever was saved: later than any time, and behind any id. */
const NEWEST = [Number.MAX_SAFE_INTEGER, 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

const LIST = 'saved messages';
const keyOf = ({ userId, messageId }: Place): string => `${userId}:${messageId}`;

/** What people saved, as they are shown it themselves. */
@Injectable()
export class ShownSavedMessages {
  private readonly saved = new BatchLoader<Place, boolean>(
    (places) => this.findSaved(places),
    ({ userId, messageId }) => [shown.saved(userId, messageId)],
    keyOf,
  );

  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly named: NamedMessages,
  ) {}

  isSaved(scope: object, place: Place): Promise<boolean> {
    return this.saved.load(scope, place);
  }

  /** What was saved last first. */
  async pageOf(
    scope: object,
    { userId }: Actor,
    args: { readonly first: number; readonly after: string | null | undefined },
  ): Promise<MessageConnection> {
    const first = pageSize('first', args.first);
    const [time, id] = args.after == null ? NEWEST : this.cursors.keyInList(LIST, args.after);
    const rows = await this.database.rows<{ messageId: string; savedAt: number }>(SAVED_MESSAGES, [
      userId,
      Number(time),
      String(id),
      first + 1,
    ]);
    const page = rows.slice(0, first);
    const messages = await Promise.all(page.map(({ messageId }) => this.named.get(scope, messageId)));
    const places = new Map(page.map(({ messageId, savedAt }) => [messageId, savedAt]));
    const cursorOf = (message: MessageType): string =>
      this.cursors.ofList(LIST, [places.get(message.id) ?? 0, message.id]);
    const more = { hasNextPage: rows.length > first, hasPreviousPage: args.after != null };
    return { ...connectionOf(messages, cursorOf, more), range: null };
  }

  private async findSaved(places: readonly Place[]): Promise<boolean[]> {
    const people = new Set(places.map(({ userId }) => userId));
    const messages = new Set(places.map(({ messageId }) => messageId));
    const found = await this.database.rows<Place>(SAVED_AMONG, [[...people], [...messages]]);
    const saved = new Set(found.map(keyOf));
    return places.map((place) => saved.has(keyOf(place)));
  }
}
