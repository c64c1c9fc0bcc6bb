import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../audit/index.js';
import { SessionEndings } from '../auth/index.js';
import type { Actor } from '../caller/index.js';
import { Database, type FindLocks, type Transaction } from '../database/index.js';
import { Clock, newId } from '../runtime/index.js';
import { textWithin } from '../text/index.js';
import { displayNameFrom, type User, usernameFrom, UsersService } from '../users/index.js';
import { BotRemains } from './bot-remains.js';
import { Bot } from './bot.entity.js';
import { BotType } from './bot.type.js';
import { GuestsMakeNoBots, TooManyBots } from './bots.errors.js';
import type { CreateBotInput } from './bots.inputs.js';
import { COUNT_OF_STANDING_BOTS } from './bots.queries.js';
import { type KeptBot, KeptBots } from './kept-bots.js';
import { REVOKE_TOKENS_OF_BOT } from './tokens/bot-tokens.queries.js';
import { REMOVE_WEBHOOKS_OF_BOT } from './webhooks/incoming-webhooks.queries.js';

/** Of one owner. Those that are disabled do not count. */
export const MAX_BOTS = 20;
const MAX_DESCRIPTION_LENGTH = 500;

/** What a new bot is called, and what it is for. */
interface NewBot {
  readonly username: string;
  readonly displayName: string;
  readonly about: string | null;
}

@Injectable()
export class BotsService {
  constructor(
    private readonly database: Database,
    private readonly bots: KeptBots,
    private readonly users: UsersService,
    private readonly endings: SessionEndings,
    private readonly remains: BotRemains,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async createBot(actor: Actor, input: CreateBotInput): Promise<BotType> {
    const username = usernameFrom(input.username);
    const displayName = displayNameFrom(input.displayName ?? username);
    const about = textWithin('description', input.description ?? '', { min: 0, max: MAX_DESCRIPTION_LENGTH });
    return this.database.write({ people: [actor.userId] }, async (tx) => {
      const { bot, account } = await this.make(tx, actor, { username, displayName, about: about || null });
      return BotType.of(bot, account);
    });
  }

  /** For good: its tokens are revoked, and no others can be made. What it said stays. */
  async disableBot(actor: Actor, botId: string): Promise<BotType> {
    return this.database.write(this.locksToDisable(actor, botId), async (tx) => {
      const kept = await this.bots.asOwnerOrAdministrator(tx, actor, botId);
      await this.disableWithin(tx, actor, kept);
      return BotType.of(kept.bot, await tx.em.refreshOrFail(kept.account));
    });
  }

  /** In a change that holds whoever makes it, who answers for the bot from then on. */
  async make(tx: Transaction, actor: Actor, { username, displayName, about }: NewBot): Promise<KeptBot> {
    if (actor.isGuest) throw new GuestsMakeNoBots();
    const [count] = await tx.rows<{ total: number }>(COUNT_OF_STANDING_BOTS, [actor.userId]);
    if ((count?.total ?? 0) >= MAX_BOTS) throw new TooManyBots(MAX_BOTS);
    const account = await this.users.createBot(tx, { username, displayName, about });
    const bot = tx.em.create(Bot, { id: newId(), userId: account.id, ownerId: actor.userId });
    await tx.em.flush();
    await this.note(tx, AuditAction.BOT_CREATED, actor, account);
    return { bot, account };
  }

  /** In a change that holds the administrators, the bot's account and whoever asks. */
  async disableWithin(tx: Transaction, actor: Actor, { bot, account }: KeptBot): Promise<void> {
    await tx.rows(REMOVE_WEBHOOKS_OF_BOT, [bot.id]);
    await this.remains.removeAtOnce(tx, bot.id);
    const revoked = await tx.rows<{ id: string }>(REVOKE_TOKENS_OF_BOT, [this.clock.now().getTime(), bot.id]);
    for (const { id } of revoked) this.endings.tellOfToken(tx, id);
    if (await this.users.setDisabled(tx, account, true)) await this.note(tx, AuditAction.BOT_DISABLED, actor, account);
  }

  private locksToDisable(actor: Actor, botId: string): FindLocks {
    const locksOf = this.bots.locksOf(actor, botId);
    return async (where) => ({ house: ['administrators'], ...(await locksOf(where)) });
  }

  private note(tx: Transaction, action: AuditAction, { userId, sessionId }: Actor, { id }: User): Promise<void> {
    return this.audit.record(tx, { action, actorId: userId, sessionId, subjectId: id });
  }
}
