import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { Database, type FindLocks, type Transaction } from '../database/index.js';
import { isId } from '../runtime/index.js';
import { UserNotFound, UsersService, type User } from '../users/index.js';
import { Bot } from './bot.entity.js';
import { BotNotFound } from './bots.errors.js';
import { ACCOUNTS_OF_BOT } from './bots.queries.js';

/** A bot with its account. */
export interface KeptBot {
  readonly bot: Bot;
  readonly account: User;
}

/** Finds bots for those who look after them: to everybody else a bot is an account, and no more. */
@Injectable()
export class KeptBots {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
  ) {}

  /** The account as which a bot takes part, and its owner's; null where there is no such bot. */
  async accountsOf(botId: string): Promise<Pick<Bot, 'userId' | 'ownerId'> | null> {
    const [accounts] = await this.database.rows<Pick<Bot, 'userId' | 'ownerId'>>(ACCOUNTS_OF_BOT, [botId]);
    return accounts ?? null;
  }

  /** For a change that holds `locksOf`. */
  async asOwner(tx: Transaction, actor: Actor, botId: string): Promise<KeptBot> {
    const kept = await this.find(tx, botId);
    if (kept?.bot.ownerId !== actor.userId) throw new BotNotFound();
    return kept;
  }

  async asOwnerOrAdministrator(tx: Transaction, actor: Actor, botId: string): Promise<KeptBot> {
    const kept = await this.find(tx, botId);
    if (!kept) throw new BotNotFound();
    if (kept.bot.ownerId === actor.userId) return kept;
    if (!(await this.users.findWithin(tx, actor.userId))?.isAdministrator) throw new BotNotFound();
    return kept;
  }

  /** Whether somebody may see what only those see who look after a bot. Batched within an operation. */
  async mayLookAfter(scope: object, viewer: Actor | null, { ownerId }: Pick<Bot, 'ownerId'>): Promise<boolean> {
    // Neither a visitor nor a bot.
    if (viewer?.bot !== null) return false;
    return viewer.userId === ownerId || (await this.users.get(scope, viewer.userId)).isAdministrator;
  }

  /** Whoever asks, the bot's account and its owner's. */
  locksOf(actor: Actor, botId: string): FindLocks {
    return async (where) => {
      const bots = isId(botId) ? await where.rows<Pick<Bot, 'userId' | 'ownerId'>>(ACCOUNTS_OF_BOT, [botId]) : [];
      return { people: [actor.userId, ...bots.flatMap(({ userId, ownerId }) => [userId, ownerId])] };
    };
  }

  private async find(tx: Transaction, botId: string): Promise<KeptBot | null> {
    const bot = isId(botId) ? await tx.em.findOne(Bot, { id: botId }) : null;
    if (!bot) return null;
    const account = await this.users.findEverWithin(tx, bot.userId);
    if (!account) throw new UserNotFound();
    return { bot, account };
  }
}
