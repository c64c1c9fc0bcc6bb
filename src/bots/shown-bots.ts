import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database } from '../database/index.js';
import { BatchLoader, connectionOf, inOrderOf, pageSize } from '../graphql/index.js';
import { Cursors, shown } from '../log/index.js';
import { Administrators, UsersService } from '../users/index.js';
import type { Bot } from './bot.entity.js';
import { BotNotFound } from './bots.errors.js';
import { type BotConnection, BotType } from './bot.type.js';
import { ALL_BOTS, BOTS_OF_ACCOUNTS, BOTS_OF_OWNER, BOTS_WITH_IDS } from './bots.queries.js';

const LIST = 'bots';
/** Comes after every id. */
const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Bots as they are shown: to those who look after them in a list, to everybody beside their account. */
@Injectable()
export class ShownBots {
  private readonly byId = new BatchLoader<string, Bot | null>(
    async (ids) => inOrderOf(ids, await this.database.find(BOTS_WITH_IDS, [ids]), ({ id }) => id),
    () => [],
  );
  private readonly byAccount = new BatchLoader<string, Bot | null>(
    async (userIds) =>
      inOrderOf(userIds, await this.database.find(BOTS_OF_ACCOUNTS, [userIds]), ({ userId }) => userId),
    (userId) => [shown.user(userId)],
  );

  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly administrators: Administrators,
    private readonly cursors: Cursors,
  ) {}

  /** Those that the viewer made; for an administrator all. */
  async bots(
    scope: object,
    viewer: Actor,
    { first, after }: { readonly first: number; readonly after: string | null | undefined },
  ): Promise<BotConnection> {
    const size = pageSize('first', first);
    const before = after == null ? NEWEST : String(this.cursors.keyInList(LIST, after)[0]);
    const found = (await this.administrators.has(viewer))
      ? await this.database.find(ALL_BOTS, [before, size + 1])
      : await this.database.find(BOTS_OF_OWNER, [viewer.userId, before, size + 1]);
    const bots = await Promise.all(found.slice(0, size).map((bot) => this.shownAs(scope, bot)));
    const more = { hasNextPage: found.length > size, hasPreviousPage: after != null };
    return connectionOf(bots, ({ id }) => this.cursors.ofList(LIST, [id]), more);
  }

  /** Null where there is none; whoever is signed in may see any. */
  async withId(scope: object, id: string): Promise<BotType | null> {
    const bot = await this.byId.load(scope, id);
    return bot && this.shownAs(scope, bot);
  }

  /** One that must exist. */
  async get(scope: object, id: string): Promise<BotType> {
    const bot = await this.withId(scope, id);
    if (!bot) throw new BotNotFound();
    return bot;
  }

  /** Null for whoever is no bot. */
  async ofAccount(scope: object, userId: string): Promise<BotType | null> {
    const bot = await this.byAccount.load(scope, userId);
    return bot && this.shownAs(scope, bot);
  }

  private async shownAs(scope: object, bot: Bot): Promise<BotType> {
    return BotType.of(bot, await this.users.get(scope, bot.userId));
  }
}
