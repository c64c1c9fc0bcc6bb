import { Injectable, signal } from '@angular/core';

/** The current day: "Today" becomes "Yesterday" at midnight, also on a page that stays open. */
@Injectable({ providedIn: 'root' })
export class TodayStore {
  private readonly current = signal(new Date());

  readonly now = this.current.asReadonly();

  constructor() {
    this.waitForMidnight();
    document.addEventListener('visibilitychange', () => {
      this.look();
    });
  }

  private waitForMidnight(): void {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    setTimeout(() => {
      this.look();
      this.waitForMidnight();
    }, midnight.getTime() - now.getTime());
  }

  private look(): void {
    const now = new Date();
    if (now.toDateString() !== this.current().toDateString()) this.current.set(now);
  }
}
