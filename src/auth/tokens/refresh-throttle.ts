import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { networkOf, overrunOf } from '../../runtime/index.js';
import { RateLimited } from '../../errors/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Tokens } from './tokens.js';

/**
 * Slows what refreshes a session over and over, and nobody else at its address: a token that was made here counts for the session that it names.
 * Only who brings none, or a forged one, is known by the address alone.
 */
@Injectable()
export class RefreshThrottle {
  /** All the tabs of a browser that starts refresh the same session. */
  private readonly perSession = new RateLimiterMemory({ points: 120, duration: 60 });
  /** Of all sessions there, as far as each was let in. */
  private readonly perAddress = new RateLimiterMemory({ points: 3000, duration: 60 });
  private readonly withoutSession = new RateLimiterMemory({ points: 240, duration: 60 });

  constructor(
    private readonly tokens: Tokens,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** Throws for who has to wait. */
  async admit(token: string | undefined, address: string): Promise<void> {
    if (!this.settings.rateLimits) return;
    const network = networkOf(address);
    const sessionId = token === undefined ? undefined : this.tokens.sessionOf(token);
    const overrun =
      sessionId === undefined
        ? await overrunOf(this.withoutSession, network)
        : ((await overrunOf(this.perSession, sessionId)) ?? (await overrunOf(this.perAddress, network)));
    if (overrun) throw new RateLimited(overrun.retryAfter);
  }
}
