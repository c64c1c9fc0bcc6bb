import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database } from '../database/index.js';
import { BatchLoader, connectionOf, inOrderOf, noteShown, pageSize } from '../graphql/index.js';
import { Cursors, shown } from '../log/index.js';
import { type NoticeConnection, NoticeType } from './notice.type.js';
import { NOTICES_OF, NOTICES_WITH_IDS } from './reports.queries.js';

/** Later than any notice, and behind any id. */
const NEWEST = [Number.MAX_SAFE_INTEGER, 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

const LIST = 'notices';

/** What somebody was told, as they are shown it themselves. */
@Injectable()
export class ShownNotices {
  private readonly byId = new BatchLoader<string, NoticeType | null>(
    (ids) => this.findAll(ids),
    () => [],
  );

  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** The one that an event names. Null once its account is gone. */
  get(scope: object, id: string): Promise<NoticeType | null> {
    return this.byId.load(scope, id);
  }

  async pageOf(
    scope: object,
    { userId }: Actor,
    args: { readonly first: number; readonly after: string | null | undefined },
  ): Promise<NoticeConnection> {
    noteShown(scope, shown.noticesOf(userId));
    const first = pageSize('first', args.first);
    const [time, id] = args.after == null ? NEWEST : this.cursors.keyInList(LIST, args.after);
    const found = await this.database.find(NOTICES_OF, [userId, Number(time), String(id), first + 1]);
    const cursorOf = (notice: NoticeType): string => this.cursors.ofList(LIST, [notice.createdAt.getTime(), notice.id]);
    const more = { hasNextPage: found.length > first, hasPreviousPage: args.after != null };
    return connectionOf(
      found.slice(0, first).map((notice) => NoticeType.of(notice)),
      cursorOf,
      more,
    );
  }

  private async findAll(ids: readonly string[]): Promise<(NoticeType | null)[]> {
    const found = await this.database.find(NOTICES_WITH_IDS, [ids]);
    return inOrderOf(
      ids,
      found.map((notice) => NoticeType.of(notice)),
      ({ id }) => id,
    );
  }
}
