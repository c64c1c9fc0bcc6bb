import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database } from '../database/index.js';
import { BatchLoader, connectionOf, noteShown, pageSize } from '../graphql/index.js';
import { Cursors, shown } from '../log/index.js';
import { hasNameSign } from '../markdown/index.js';
import { type MessageConnection, type MessageType, NamedMessages } from '../messages/index.js';
import { UsersService, type UserType } from '../users/index.js';
import { ACTIVITY, MENTIONS_IN, ROOM_MENTIONS_IN } from './mentions.queries.js';

/** Greater than any id. */
const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** Smaller than any id. */
const OLDEST = '00000000-0000-0000-0000-000000000000';

/** Mentions as they are shown. What has no `@` names nobody, and costs no statement. */
@Injectable()
export class ShownMentions {
  private readonly people = new BatchLoader<string, string[]>(
    (messageIds) => this.findPeople(messageIds),
    (messageId) => [shown.message(messageId)],
  );
  private readonly rooms = new BatchLoader<string, boolean>(
    (messageIds) => this.findRooms(messageIds),
    (messageId) => [shown.message(messageId)],
  );

  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly users: UsersService,
    private readonly messages: NamedMessages,
  ) {}

  async peopleIn(scope: object, { id, body }: MessageType): Promise<UserType[]> {
    if (!hasNameSign(body)) return [];
    const ids = await this.people.load(scope, id);
    if (ids.length === 0) return [];
    noteShown(scope, ...ids.map((userId) => shown.user(userId)));
    const users = await this.users.shown(ids);
    return ids.flatMap((userId) => users.get(userId) ?? []);
  }

  async isRoomNamedIn(scope: object, { id, body }: MessageType): Promise<boolean> {
    return hasNameSign(body) && this.rooms.load(scope, id);
  }

  /** What concerns somebody, newest first. */
  async activityOf(
    scope: object,
    { userId }: Actor,
    args: { readonly first: number; readonly after: string | null | undefined },
  ): Promise<MessageConnection> {
    const list = `activity:${userId}`;
    const first = pageSize('first', args.first);
    const before = args.after == null ? NEWEST : String(this.cursors.keyInList(list, args.after)[0]);
    const rows = await this.database.rows<{ messageId: string }>(ACTIVITY, valuesOfActivity(userId, before, first + 1));
    const page = rows.slice(0, first);
    // They may have left a room between the two statements.
    const found = await Promise.all(page.map(({ messageId }) => this.messages.readableBy(scope, userId, messageId)));
    const messages = found.flatMap((message) => (message?.deletedAt === null ? [message] : []));
    const more = { hasNextPage: rows.length > first, hasPreviousPage: args.after != null };
    const connection = connectionOf(messages, ({ id }) => this.cursors.ofList(list, [id]), more);
    return { ...connection, range: null };
  }

  private async findPeople(messageIds: readonly string[]): Promise<string[][]> {
    const rows = await this.database.rows<{ messageId: string; userId: string }>(MENTIONS_IN, [messageIds]);
    const byMessage = Map.groupBy(rows, ({ messageId }) => messageId);
    return messageIds.map((id) => (byMessage.get(id) ?? []).map(({ userId }) => userId));
  }

  private async findRooms(messageIds: readonly string[]): Promise<boolean[]> {
    const rows = await this.database.rows<{ messageId: string }>(ROOM_MENTIONS_IN, [messageIds]);
    const found = new Set(rows.map(({ messageId }) => messageId));
    return messageIds.map((id) => found.has(id));
  }
}

/** In the order of the query: of each of its first three parts, of the threads, of what was said there, and of all. */
function valuesOfActivity(userId: string, before: string, limit: number): (string | number)[] {
  const part = [userId, before, limit];
  const threads = [before, userId, limit];
  const inThreads = [before, userId, userId, before, userId, userId, limit - 1, OLDEST];
  return [...part, ...part, ...part, ...threads, ...inThreads, limit];
}
