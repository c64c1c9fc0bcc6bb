import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database, type Reader } from '../database/index.js';
import { BatchLoader, connectionOf, noteShown, pageSize } from '../graphql/index.js';
import { Cursors, shown } from '../log/index.js';
import { type UserConnection, UsersService } from '../users/index.js';
import { BLOCKED_BY, BLOCKS_AMONG, COUNT_OF_BLOCKED, WHO_BLOCKS } from './blocking.queries.js';

interface Block {
  readonly blockerId: string;
  readonly blockedId: string;
}

/** Later than any block, and behind any id. */
const NEWEST = [Number.MAX_SAFE_INTEGER, 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

const LIST = 'blocked users';
const keyOf = ({ blockerId, blockedId }: Block): string => `${blockerId}:${blockedId}`;

/** Who blocks whom. */
@Injectable()
export class BlockedPeople {
  private readonly blocks = new BatchLoader<Block, boolean>(
    (blocks) => this.findBlocks(blocks),
    ({ blockerId, blockedId }) => [shown.blocked(blockerId, blockedId)],
    keyOf,
  );

  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly users: UsersService,
  ) {}

  isBlocked(scope: object, block: Block): Promise<boolean> {
    return this.blocks.load(scope, block);
  }

  /** Whether one of some people blocks somebody, by what is true in a change that holds them. */
  async isBlockedByOneOf(where: Reader, userIds: readonly string[], blockedId: string): Promise<boolean> {
    return userIds.length > 0 && (await where.rows(WHO_BLOCKS, [blockedId, userIds])).length > 0;
  }

  /** Whom somebody blocks, the newest block first. */
  async pageOf(
    scope: object,
    { userId: blockerId }: Actor,
    args: { readonly first: number; readonly after: string | null | undefined },
  ): Promise<UserConnection> {
    const first = pageSize('first', args.first);
    const [time, id] = args.after == null ? NEWEST : this.cursors.keyInList(LIST, args.after);
    const rows = await this.database.rows<{ userId: string; blockedAt: number }>(BLOCKED_BY, [
      blockerId,
      Number(time),
      String(id),
      first + 1,
    ]);
    const [count] = await this.database.rows<{ total: number }>(COUNT_OF_BLOCKED, [blockerId]);
    const page = rows.slice(0, first);
    noteShown(scope, ...page.map(({ userId }) => shown.user(userId)));
    const users = await this.users.shown(page.map(({ userId }) => userId));
    const times = new Map(page.map(({ userId, blockedAt }) => [userId, blockedAt]));
    const more = { hasNextPage: rows.length > first, hasPreviousPage: args.after != null };
    const people = page.flatMap(({ userId }) => users.get(userId) ?? []);
    const cursorOf = ({ id: userId }: { readonly id: string }): string =>
      this.cursors.ofList(LIST, [times.get(userId) ?? 0, userId]);
    return { ...connectionOf(people, cursorOf, more), totalCount: count?.total ?? 0 };
  }

  private async findBlocks(blocks: readonly Block[]): Promise<boolean[]> {
    const blockers = new Set(blocks.map(({ blockerId }) => blockerId));
    const blocked = new Set(blocks.map(({ blockedId }) => blockedId));
    const found = await this.database.rows<Block>(BLOCKS_AMONG, [[...blockers], [...blocked]]);
    const known = new Set(found.map(keyOf));
    return blocks.map((block) => known.has(keyOf(block)));
  }
}
