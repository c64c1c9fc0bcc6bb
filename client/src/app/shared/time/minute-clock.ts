import { inject, Injectable, signal } from '@angular/core';
import { ServerClock } from './server-clock';
import { after } from './timer';

const MINUTE = 60_000;

/** What time it is, to the minute: for what ends by itself, and for what the clock says elsewhere. */
@Injectable({ providedIn: 'root' })
export class MinuteClock {
  private readonly clock = inject(ServerClock);
  private readonly current = signal(this.clock.now());

  readonly now = this.current.asReadonly();

  constructor() {
    this.waitForMinute();
    // A laptop that slept did not count.
    document.addEventListener('visibilitychange', () => {
      this.look();
    });
  }

  look(): void {
    this.current.set(this.clock.now());
  }

  private waitForMinute(): void {
    after(MINUTE - (this.clock.now().getTime() % MINUTE), () => {
      this.look();
      this.waitForMinute();
    });
  }
}
