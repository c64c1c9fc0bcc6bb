import { AccessTokenExpired, BotTokenExpired } from '../../auth/index.js';
import type { Actor } from '../../caller/index.js';
import type { Unauthenticated } from '../../errors/index.js';
import type { Clock } from '../../runtime/index.js';

const MAX_TIMER = 2_147_483_647;

/** How long a connection may stay open: as long as the token that it came with. */
export class TokenLife {
  private viewer: Actor | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly onOver: (refusal: Unauthenticated) => void,
  ) {}

  begin(viewer: Actor): void {
    this.viewer = viewer;
    const left = viewer.expiresAt.getTime() - this.clock.now().getTime();
    // No timer can wait longer: what ends after that, or never, is looked at with each beat.
    if (left > MAX_TIMER) return;
    this.timer = setTimeout(() => {
      this.onOver(expiryOf(viewer));
    }, left).unref();
  }

  /** Whether it is over now: the timer does not see a clock that was set, or a machine that slept. */
  isOver(): boolean {
    if (!this.viewer || this.viewer.expiresAt > this.clock.now()) return false;
    this.onOver(expiryOf(this.viewer));
    return true;
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

function expiryOf({ bot }: Actor): Unauthenticated {
  return bot ? new BotTokenExpired() : new AccessTokenExpired();
}
