import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { InjectSettings, type Settings } from '../config/index.js';
import { RateLimited } from '../errors/index.js';
import { overrunOf } from '../runtime/index.js';

/** Bounds how many links somebody has sent, and how many come to one address, whoever asks for them: nobody's mailbox is to be flooded from here. */
@Injectable()
export class ConfirmationThrottle {
  private readonly perAccount = new RateLimiterMemory({ points: 5, duration: 3600 });
  private readonly perAddress = new RateLimiterMemory({ points: 5, duration: 3600 });

  constructor(@InjectSettings() private readonly settings: Settings) {}

  /** Throws for who has to wait. */
  async admit(userId: string, address: string): Promise<void> {
    if (!this.settings.rateLimits) return;
    const overrun = (await overrunOf(this.perAccount, userId)) ?? (await overrunOf(this.perAddress, address));
    if (overrun) throw new RateLimited(overrun.retryAfter, 'Too many links were sent in a short time');
  }
}
