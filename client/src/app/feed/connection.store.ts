import { Injectable, signal } from '@angular/core';
import { after } from '../shared/time/timer';

export type ConnectionState = 'connecting' | 'live' | 'lost';

/** Short breaks are nobody's business: they are over before one has read about them. */
const QUIET_FOR = 3_000;

@Injectable({ providedIn: 'root' })
export class ConnectionStore {
  private readonly current = signal<ConnectionState>('connecting');
  private forget: (() => void) | undefined;

  readonly state = this.current.asReadonly();

  live(): void {
    this.forget?.();
    this.forget = undefined;
    this.current.set('live');
  }

  down(): void {
    if (this.current() === 'live') this.current.set('connecting');
    this.forget ??= after(QUIET_FOR, () => {
      this.current.set('lost');
    });
  }

  stop(): void {
    this.forget?.();
    this.forget = undefined;
    this.current.set('connecting');
  }
}
