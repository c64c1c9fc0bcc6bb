import { Injectable } from '@nestjs/common';
import type { GraphQLError } from 'graphql';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Actor, GraphQLContext } from '../../caller/index.js';
import { networkOf, overrunOf } from '../../runtime/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { tooMuchForNow } from './too-much-for-now.js';

const SECONDS = 10;
/** Five of the largest queries, or a dozen rooms opened, or pages of history: about two seconds of computing. */
const OF_AN_ACCOUNT = 300_000;
/** Whoever has signed in goes on beside visitors who ask too much. */
const OF_VISITORS_OF_A_NETWORK = 300_000;
/** Many people may sit behind one address, or many accounts may be one person's. */
const OF_A_NETWORK = 1_200_000;

/** How much everybody may ask for in some seconds, by what it costs: the server's time is for all of them. */
@Injectable()
export class CostBudget {
  private readonly perAccount = new RateLimiterMemory({ points: OF_AN_ACCOUNT, duration: SECONDS });
  private readonly ofVisitors = new RateLimiterMemory({ points: OF_VISITORS_OF_A_NETWORK, duration: SECONDS });
  private readonly perNetwork = new RateLimiterMemory({ points: OF_A_NETWORK, duration: SECONDS });

  constructor(@InjectSettings() private readonly settings: Settings) {}

  /** Takes what an operation costs, or tells who asked how long to wait. */
  async spend({ viewer, address }: GraphQLContext, cost: number): Promise<GraphQLError | undefined> {
    // What costs nothing is answered even where nothing is left.
    if (!this.settings.rateLimits || cost === 0) return undefined;
    const network = networkOf(address);
    // What one caller is refused does not count for those who share its address.
    const refusal = viewer
      ? await spent(this.perAccount, purseOf(viewer), cost)
      : await spent(this.ofVisitors, network, cost);
    return refusal ?? spent(this.perNetwork, network, cost);
  }

  /** What an account may still ask for, and when it has all of it again. */
  async left(viewer: Actor): Promise<{ limit: number; remaining: number; milliseconds: number }> {
    const spent = await this.perAccount.get(purseOf(viewer));
    const remaining = Math.max(spent?.remainingPoints ?? OF_AN_ACCOUNT, 0);
    return { limit: OF_AN_ACCOUNT, remaining, milliseconds: spent?.msBeforeNext ?? 0 };
  }
}

/** Each token of a bot has a budget of its own: a program that runs wild leaves the others theirs. */
function purseOf({ bot, userId }: Actor): string {
  return bot?.tokenId ?? userId;
}

async function spent(limiter: RateLimiterMemory, caller: string, cost: number): Promise<GraphQLError | undefined> {
  const overrun = await overrunOf(limiter, caller, cost);
  return overrun && tooMuchForNow(overrun.retryAfter);
}
