import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BotBearers, BotTokenExpired, BotTokenOver, hashOf, TokenInvalid } from '../../auth/index.js';
import type { Actor, BotScope } from '../../caller/index.js';
import { Database, type Reader } from '../../database/index.js';
import { Clock } from '../../runtime/index.js';
import { NotedUses } from '../noted-uses.js';
import { HOLDER_OF_HASH, IS_LIVE, NOTE_USE, TOKENS_OF_ACCOUNT } from './bot-tokens.queries.js';
import { isTokenText } from './token-text.js';

/** For a token that does not run out: as late as a Date can be. */
const NEVER = new Date(8.64e15);

interface Holder {
  readonly id: string;
  readonly userId: string;
  readonly ownerId: string;
  readonly scopes: string;
  readonly roomIds: string | null;
  readonly expiresAt: number | string | null;
  readonly lastUsedAt: number | string | null;
  readonly isLive: number;
}

/** Lets in those who come with a token of a bot. It is looked up with every request, so that its end takes effect at once. */
@Injectable()
export class TokensDoor implements OnModuleInit {
  private readonly uses: NotedUses;

  constructor(
    private readonly database: Database,
    private readonly bearers: BotBearers,
    private readonly clock: Clock,
  ) {
    this.uses = new NotedUses(database, clock, NOTE_USE);
  }

  onModuleInit(): void {
    this.bearers.register(this);
  }

  /** By its hash, which tells nothing of how near a guess was, however long the look-up takes. */
  async actorOf(token: string, address: string): Promise<Actor> {
    const [holder] = isTokenText(token) ? await this.database.rows<Holder>(HOLDER_OF_HASH, [hashOf(token)]) : [];
    if (!holder) throw new TokenInvalid();
    const expiresAt = holder.expiresAt === null ? NEVER : new Date(Number(holder.expiresAt));
    if (holder.isLive !== 1) throw new BotTokenOver();
    if (expiresAt <= this.clock.now()) throw new BotTokenExpired();
    await this.uses.note(holder, address);
    return actorOf(holder, expiresAt);
  }

  async assertLive(tokenId: string, where: Reader = this.database): Promise<void> {
    const [live] = await where.rows(IS_LIVE, [tokenId, this.clock.now().getTime()]);
    if (!live) throw new BotTokenOver();
  }

  async tokensOf(where: Reader, userId: string): Promise<string[]> {
    return (await where.rows<{ id: string }>(TOKENS_OF_ACCOUNT, [userId, userId])).map(({ id }) => id);
  }
}

function actorOf({ id, userId, ownerId, scopes, roomIds }: Holder, expiresAt: Date): Actor {
  const grant = {
    tokenId: id,
    ownerId,
    scopes: new Set(scopes.split(' ') as BotScope[]),
    roomIds: roomIds === null ? null : new Set(roomIds.split(' ')),
  };
  return { userId, sessionId: id, isGuest: false, expiresAt, bot: grant };
}
