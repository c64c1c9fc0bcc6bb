import type { Clock } from '../../runtime/index.js';

const MAX_TIMER = 2_147_483_647;

/** How long somebody may stay on what stays open: as long as the access token lasts that they came with. */
export class TokenLife {
  private expiresAt: Date | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly onOver: () => void,
  ) {}

  begin(expiresAt: Date): void {
    this.expiresAt = expiresAt;
    const left = Math.min(expiresAt.getTime() - this.clock.now().getTime(), MAX_TIMER);
    this.timer = setTimeout(this.onOver, left).unref();
  }

  /** The timer does not see a clock that was set, or a machine that slept. */
  get isOver(): boolean {
    return this.expiresAt !== undefined && this.expiresAt <= this.clock.now();
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
