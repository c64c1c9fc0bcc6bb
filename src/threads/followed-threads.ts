import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database } from '../database/index.js';
import { connectionOf, pageSize } from '../graphql/index.js';
import { Cursors } from '../log/index.js';
import { ShownThreads } from './shown-threads.js';
import type { ThreadConnection, ThreadType } from './thread.type.js';
import { FOLLOWED_THREADS, UNREAD_FOLLOWED_THREADS } from './threads.queries.js';

/** Later than anything that is said, and behind any id. */
const NEWEST = [Number.MAX_SAFE_INTEGER, 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

const LIST = 'threads';

/** Pages of the threads that somebody follows. */
@Injectable()
export class FollowedThreads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly threads: ShownThreads,
  ) {}

  async pageOf(
    scope: object,
    { userId }: Actor,
    args: { readonly first: number; readonly after: string | null | undefined; readonly onlyUnread: boolean },
  ): Promise<ThreadConnection> {
    const first = pageSize('first', args.first);
    const [time, id] = args.after == null ? NEWEST : this.cursors.keyInList(LIST, args.after);
    const threads = args.onlyUnread ? UNREAD_FOLLOWED_THREADS : FOLLOWED_THREADS;
    const rows = await this.database.rows<{ id: string }>(threads, [userId, Number(time), String(id), first + 1]);
    const page = await Promise.all(rows.slice(0, first).map((row) => this.threads.get(scope, row.id)));
    const cursorOf = (thread: ThreadType): string =>
      this.cursors.ofList(LIST, [thread.lastMessageAt.getTime(), thread.id]);
    return connectionOf(page, cursorOf, { hasNextPage: rows.length > first, hasPreviousPage: args.after != null });
  }
}
