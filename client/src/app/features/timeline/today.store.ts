import { inject, Injectable, signal } from '@angular/core';
import { ServerClock } from '../../shared/time/server-clock';
import { after } from '../../shared/time/timer';

/** A laptop that sleeps does not count how long, and the time of the server is heard now and then only. */
const MAX_WAIT = 600_000;

/** The current day: "Today" becomes "Yesterday" at midnight, also on a page that stays open. */
@Injectable({ providedIn: 'root' })
export class TodayStore {
  private readonly clock = inject(ServerClock);
  private readonly current = signal(this.clock.now());

  readonly now = this.current.asReadonly();

  constructor() {
    this.waitForMidnight();
    document.addEventListener('visibilitychange', () => {
      this.look();
    });
  }

  private waitForMidnight(): void {
    const now = this.clock.now();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    after(Math.min(MAX_WAIT, midnight.getTime() - now.getTime()), () => {
      this.look();
      this.waitForMidnight();
    });
  }

  private look(): void {
    const now = this.clock.now();
    if (now.toDateString() !== this.current().toDateString()) this.current.set(now);
  }
}
