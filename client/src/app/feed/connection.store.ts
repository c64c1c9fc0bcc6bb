import { Injectable, signal } from '@angular/core';

export type ConnectionState = 'connecting' | 'live' | 'lost';

/** Short breaks are nobody's business: they are over before one has read about them. */
const QUIET_FOR = 3_000;

@Injectable({ providedIn: 'root' })
export class ConnectionStore {
  private readonly current = signal<ConnectionState>('connecting');
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly state = this.current.asReadonly();

  live(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.current.set('live');
  }

  down(): void {
    if (this.current() === 'live') this.current.set('connecting');
    this.timer ??= setTimeout(() => {
      this.current.set('lost');
    }, QUIET_FOR);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.current.set('connecting');
  }
}
