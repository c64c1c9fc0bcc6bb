import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import type { Reader } from '../../database/index.js';

/** What every token of a bot begins with, so that people and secret scanners know one when they see it. */
export const BOT_TOKEN_PREFIX = 'tt_';

/** Those who come with the token of a bot, as the feature that keeps bots knows them. */
export interface BotsDoor {
  /** The bot that a token names. Throws, and says why, for one that is not good. An empty address is one that is not known. */
  actorOf(token: string, address: string): Promise<Actor>;
  /** Throws where the token does not count any more. */
  assertLive(tokenId: string, where?: Reader): Promise<void>;
  /** The tokens that count for nothing once an account is closed: its own, where it is a bot, and those of its bots. */
  tokensOf(where: Reader, userId: string): Promise<string[]>;
}

/** How bots come in. The feature that keeps them imports this one, and registers its door here. */
@Injectable()
export class BotBearers {
  private door: BotsDoor | null = null;

  register(door: BotsDoor): void {
    this.door = door;
  }

  get opened(): BotsDoor {
    if (!this.door) throw new Error('Nobody has registered to let in bots.');
    return this.door;
  }
}
