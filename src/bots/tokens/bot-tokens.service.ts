import { Injectable } from '@nestjs/common';
import { AuditAction, AuditLog } from '../../audit/index.js';
import { hashOf, SessionEndings } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import { Database, type FindLocks, type Transaction } from '../../database/index.js';
import { InvalidInput } from '../../errors/index.js';
import { RoomAccess } from '../../rooms/index.js';
import { Clock, isId, newId } from '../../runtime/index.js';
import { visibleName } from '../../text/index.js';
import { BotType } from '../bot.type.js';
import { BotIsDisabled, TokenNotFound, TooManyTokens } from '../bots.errors.js';
import { type KeptBot, KeptBots } from '../kept-bots.js';
import { BotToken } from './bot-token.entity.js';
import { BotTokenType } from './bot-token.type.js';
import type { CreateBotTokenInput } from './bot-tokens.inputs.js';
import { BOT_OF_TOKEN } from './bot-tokens.queries.js';
import { newTokenText } from './token-text.js';

/** Of one bot. Those that were revoked do not count. */
export const MAX_TOKENS = 10;
export const MAX_ROOMS_OF_TOKEN = 50;
const MAX_NAME_LENGTH = 64;

@Injectable()
export class BotTokensService {
  constructor(
    private readonly database: Database,
    private readonly bots: KeptBots,
    private readonly access: RoomAccess,
    private readonly endings: SessionEndings,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async createBotToken(actor: Actor, input: CreateBotTokenInput): Promise<{ token: BotTokenType; secret: string }> {
    const name = visibleName('name', input.name, MAX_NAME_LENGTH);
    const scopes = [...new Set(input.scopes)];
    if (scopes.length === 0) throw new InvalidInput('scopes', 'Choose at least one scope.');
    const expiresAt = this.endFrom(input.expiresAt);
    const roomIds = roomsFrom(input.roomIds);
    const secret = newTokenText();
    return this.database.write(this.bots.locksOf(actor, input.botId), async (tx) => {
      const { bot, account } = await this.bots.asOwner(tx, actor, input.botId);
      if (account.disabledAt !== null || account.endedAt !== null) throw new BotIsDisabled();
      if ((await tx.em.count(BotToken, { botId: bot.id, revokedAt: null })) >= MAX_TOKENS)
        throw new TooManyTokens(MAX_TOKENS);
      for (const roomId of roomIds ?? []) await this.access.assertMember(actor, roomId, tx);
      const token = tx.em.create(BotToken, {
        id: newId(),
        botId: bot.id,
        name,
        hash: hashOf(secret),
        scopes,
        roomIds: roomIds?.join(' ') ?? null,
        createdAt: this.clock.now(),
        expiresAt,
        revokedAt: null,
        lastUsedAt: null,
        lastUsedFrom: null,
      });
      await tx.em.flush();
      await this.note(tx, AuditAction.BOT_TOKEN_CREATED, actor, { account, detail: `${name}: ${scopes.join(', ')}` });
      return { token: BotTokenType.of(token), secret };
    });
  }

  async revokeBotToken(actor: Actor, tokenId: string): Promise<BotType> {
    return this.database.write(this.locksOf(actor, tokenId), async (tx) => {
      const token = isId(tokenId) ? await tx.em.findOne(BotToken, { id: tokenId }) : null;
      if (!token) throw new TokenNotFound();
      const { bot, account } = await this.bots.asOwnerOrAdministrator(tx, actor, token.botId);
      if (token.revokedAt === null) {
        token.revokedAt = this.clock.now();
        await tx.em.flush();
        this.endings.tellOfToken(tx, token.id);
        await this.note(tx, AuditAction.BOT_TOKEN_REVOKED, actor, { account, detail: token.name });
      }
      return BotType.of(bot, account);
    });
  }

  private endFrom(expiresAt: Date | null | undefined): Date | null {
    if (expiresAt == null) return null;
    if (expiresAt <= this.clock.now()) throw new InvalidInput('expiresAt', 'Choose a time in the future.');
    return expiresAt;
  }

  private locksOf(actor: Actor, tokenId: string): FindLocks {
    return async (where) => {
      const [found] = isId(tokenId) ? await where.rows<{ botId: string }>(BOT_OF_TOKEN, [tokenId]) : [];
      const locks = found ? await this.bots.locksOf(actor, found.botId)(where) : { people: [actor.userId] };
      return { ...locks, sessions: [tokenId] };
    };
  }

  private note(
    tx: Transaction,
    action: AuditAction,
    { userId, sessionId }: Actor,
    { account, detail }: Pick<KeptBot, 'account'> & { readonly detail: string },
  ): Promise<void> {
    return this.audit.record(tx, { action, actorId: userId, sessionId, subjectId: account.id, detail });
  }
}

function roomsFrom(given: readonly string[] | null | undefined): readonly string[] | null {
  if (given == null) return null;
  const roomIds = [...new Set(given)];
  if (roomIds.length === 0 || roomIds.length > MAX_ROOMS_OF_TOKEN)
    throw new InvalidInput('roomIds', `Choose 1 to ${String(MAX_ROOMS_OF_TOKEN)} rooms, or leave them out.`);
  return roomIds;
}
