import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** A limit was reached. */
export interface Overrun {
  /** In seconds. */
  readonly retryAfter: number;
  /** With the points that were asked for now. */
  readonly consumedPoints: number;
}

/** Takes points of somebody's, or tells that they have too few left. */
export async function overrunOf(limiter: RateLimiterMemory, key: string, points = 1): Promise<Overrun | undefined> {
  try {
    await limiter.consume(key, points);
    return undefined;
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    // A clock that was set back meanwhile would make it weeks.
    const retryAfter = Math.min(limiter.duration, Math.ceil(reason.msBeforeNext / 1000));
    return { retryAfter, consumedPoints: reason.consumedPoints };
  }
}
