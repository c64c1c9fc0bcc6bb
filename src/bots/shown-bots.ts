import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database } from '../database/index.js';
import { BatchLoader, connectionOf, inOrderOf, pageSize } from '../graphql/index.js';
import { Cursors, shown } from '../log/index.js';
import { Administrators, UserKind, UsersService, type UserType } from '../users/index.js';
import type { Bot } from './bot.entity.js';
import { BotNotFound } from './bots.errors.js';
import { type BotConnection, BotType } from './bot.type.js';
import { ALL_BOTS, BOTS_OF_ACCOUNTS, BOTS_OF_OWNER } from './bots.queries.js';

const LIST = 'bots';
/** Comes after every id. */
const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Bots as they are shown: to those who look after them in a list, to everybody beside their account. */
@Injectable()
export class ShownBots {
  private readonly byAccount = new BatchLoader<string, Bot | null>(
    (userIds) => this.findAll(userIds),
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

  /** Null for whoever is no bot. */
  async ofAccount(scope: object, { id, kind }: UserType): Promise<BotType | null> {
    const bot = kind === UserKind.BOT ? await this.byAccount.load(scope, id) : null;
    return bot && this.shownAs(scope, bot);
  }

  /** For an account that is known to be a bot. */
  async withAccount(scope: object, userId: string): Promise<BotType> {
    const bot = await this.byAccount.load(scope, userId);
    if (!bot) throw new BotNotFound();
    return this.shownAs(scope, bot);
  }

  private async shownAs(scope: object, bot: Bot): Promise<BotType> {
    return BotType.of(bot, await this.users.get(scope, bot.userId));
  }

  private async findAll(userIds: readonly string[]): Promise<(Bot | null)[]> {
    return inOrderOf(userIds, await this.database.find(BOTS_OF_ACCOUNTS, [userIds]), ({ userId }) => userId);
  }
}
