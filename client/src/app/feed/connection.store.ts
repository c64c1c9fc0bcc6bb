import { Injectable, signal } from '@angular/core';
import { after } from '../shared/time/timer';

export type ConnectionState = 'connecting' | 'live' | 'lost';

/** Short breaks are nobody's business: they are over before one has read about them. */
const QUIET_FOR = 3_000;

/** The first connection is made while the page still loads, over a slow line as well: until then nothing has been lost. */
const FIRST_WITHIN = 10_000;

@Injectable({ providedIn: 'root' })
export class ConnectionStore {
  private readonly current = signal<ConnectionState>('connecting');
  private forget: (() => void) | undefined;
  private wasLive = false;

  readonly state = this.current.asReadonly();

  live(): void {
    this.forget?.();
    this.forget = undefined;
    this.wasLive = true;
    this.current.set('live');
  }

  down(): void {
    if (this.current() === 'live') this.current.set('connecting');
    this.forget ??= after(this.wasLive ? QUIET_FOR : FIRST_WITHIN, () => {
      this.current.set('lost');
    });
  }

  /** There is no doubt about it. */
  lose(): void {
    this.down();
    this.current.set('lost');
  }

  stop(): void {
    this.forget?.();
    this.forget = undefined;
    this.wasLive = false;
    this.current.set('connecting');
  }
}
