import { Injectable } from '@angular/core';
import { isLookedAt } from './is-looked-at';

const LOCK = 'tertulia-notifying-tab';

/**
 * Of the tabs of one browser, one notifies and plays sounds: the one that was looked at last. When it is closed, another one takes its place. This is about
 * attention alone: which tab has the connection is another question.
 */
@Injectable({ providedIn: 'root' })
export class NotifyingTab {
  /** That by which this tab holds the lock; null while another tab does. */
  private held: object | null = null;
  private waiting = new AbortController();
  private isTakingOver = false;
  /** Without locks, as on plain http, no tab knows of the others. */
  private readonly locks = typeof navigator.locks === 'object' ? navigator.locks : null;

  get isThisOne(): boolean {
    return this.held !== null || !this.locks;
  }

  constructor() {
    if (!this.locks) return;
    void this.hold(this.locks, { signal: this.waiting.signal });
    const look = (): void => {
      if (isLookedAt()) this.takeOver();
    };
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    look();
  }

  private takeOver(): void {
    if (!this.locks || this.held !== null || this.isTakingOver) return;
    this.isTakingOver = true;
    this.waiting.abort();
    void this.hold(this.locks, { steal: true });
  }

  /** Until another tab takes it over, or this tab stops waiting because it takes it over itself. */
  private async hold(locks: LockManager, options: LockOptions): Promise<void> {
    const own = {};
    try {
      await locks.request(LOCK, options, () => {
        this.held = own;
        this.isTakingOver = false;
        return new Promise(() => undefined);
      });
    } catch {
      // Another tab has taken it over.
    }
    if (this.held !== own) return;
    this.held = null;
    this.waiting = new AbortController();
    void this.hold(locks, { signal: this.waiting.signal });
  }
}
