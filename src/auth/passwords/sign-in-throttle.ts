import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { foldName } from '../../text/index.js';
import { networkOf, overrunOf } from '../../runtime/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { SessionsService } from '../sessions/sessions.service.js';

/** Somebody is about to try a password. */
export interface Attempt {
  readonly username: string;
  /** The account of that name; null where there is none, which must not be noticed from outside. */
  readonly userId: string | null;
  readonly address: string;
  /** The device, where the account was signed in to on it before. */
  readonly device: string | null;
}

/** Whether the try may be made. One that was right is taken back; the first that is refused is worth a note. */
export type Admission =
  | { readonly isAdmitted: true; forgive(): Promise<void> }
  | { readonly isAdmitted: false; readonly retryAfter: number; readonly isFirst: boolean };

interface Bucket {
  readonly limiter: RateLimiterMemory;
  readonly key: string;
}

interface Buckets {
  readonly own: Bucket;
  readonly shared: Bucket;
  readonly guesses: readonly Bucket[];
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Slows whoever guesses passwords, and nobody else. Every try is counted before it is made, so that many at once are counted too; one that
 * succeeds is taken back. A device that is known counts for itself alone, whatever strangers do to the account or from the same address. The limit
 * on a whole account, against guesses from many places, is not for addresses from which somebody has signed in to it.
 */
@Injectable()
export class SignInThrottle {
  private readonly perDevice = new RateLimiterMemory({ points: 20, duration: 300 });
  /** Of all tries from known devices, the right ones too: who has one could else fill the disk with sign-ins. Nobody else can use it up. */
  private readonly perKnownAccount = new RateLimiterMemory({ points: 100, duration: 600 });
  private readonly perAddress = new RateLimiterMemory({ points: 30, duration: 60 });
  private readonly perAccountAndAddress = new RateLimiterMemory({ points: 10, duration: 300 });
  private readonly perAccount = new RateLimiterMemory({ points: 100, duration: 3600 });

  constructor(
    private readonly sessions: SessionsService,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  async admit(attempt: Attempt): Promise<Admission> {
    if (!this.settings.rateLimits) return { isAdmitted: true, forgive: () => Promise.resolve() };
    const { own, shared, guesses } = await this.bucketsOf(attempt);
    // Whoever is refused what is their own spends nothing of what they share with others: an address, or the account's owner.
    for (const bucket of [own, shared, ...guesses]) {
      const refusal = await countedIn(bucket);
      if (refusal) return refusal;
    }
    return { isAdmitted: true, forgive: () => forgive([own, ...guesses]) };
  }

  /** Every try stays counted in the shared one. */
  private async bucketsOf({ username, userId, address, device }: Attempt): Promise<Buckets> {
    const account = foldName(username);
    const network = networkOf(address);
    if (device !== null) {
      const own = { limiter: this.perDevice, key: JSON.stringify([account, device]) };
      return { own, shared: { limiter: this.perKnownAccount, key: account }, guesses: [] };
    }
    const own = { limiter: this.perAccountAndAddress, key: JSON.stringify([account, network]) };
    // Asked for names that nobody has, too: what is not there takes as long as what is.
    const isKnown = await this.sessions.wereOpenedFrom(userId ?? NOBODY, address);
    const guesses = isKnown ? [] : [{ limiter: this.perAccount, key: account }];
    return { own, shared: { limiter: this.perAddress, key: network }, guesses };
  }
}

async function countedIn({ limiter, key }: Bucket): Promise<Extract<Admission, { isAdmitted: false }> | undefined> {
  const overrun = await overrunOf(limiter, key);
  if (!overrun) return undefined;
  const { retryAfter, consumedPoints } = overrun;
  return { isAdmitted: false, retryAfter, isFirst: consumedPoints === limiter.points + 1 };
}

async function forgive(buckets: readonly Bucket[]): Promise<void> {
  for (const { limiter, key } of buckets) await limiter.reward(key);
}
