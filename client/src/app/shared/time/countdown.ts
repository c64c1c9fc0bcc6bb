import { signal } from '@angular/core';
import type { ServerClock } from './server-clock';
import { after } from './timer';

/** A timer may come a little early, and be asked for at the very end of a second. */
const MIN_WAIT = 20;

/** The whole seconds until a time, counted down to 0. */
export class Countdown {
  private readonly seconds = signal(0);
  private cancel = (): void => undefined;

  readonly secondsLeft = this.seconds.asReadonly();

  constructor(private readonly clock: Pick<ServerClock, 'now'>) {}

  /** In milliseconds since 1970; a time that is over ends the countdown at once. */
  countTo(until: number): void {
    this.stop();
    const left = until - this.clock.now().getTime();
    this.seconds.set(Math.max(0, Math.ceil(left / 1000)));
    if (left <= 0) return;
    this.cancel = after(Math.max(left % 1000, MIN_WAIT), () => {
      this.countTo(until);
    });
  }

  stop(): void {
    this.cancel();
  }
}
