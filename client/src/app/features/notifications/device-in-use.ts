import { inject, Injectable } from '@angular/core';
import { ConnectionStore } from '../../feed/connection.store';
import { uptime } from '../../shared/time/timer';
import { ActivityRequests } from './data/activity-requests';
import { isLookedAt } from './is-looked-at';

/** In milliseconds. What was said fades at the server after twice as long. */
const SAY_EVERY = 30_000;

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const;

/** Tells the server that somebody is at this page, while they are: their other devices are not called then. */
@Injectable({ providedIn: 'root' })
export class DeviceInUse {
  private readonly connection = inject(ConnectionStore);
  private readonly requests = inject(ActivityRequests);
  /** When it was said last; null where the server takes this device for unused. */
  private saidAt: number | null = null;

  constructor() {
    const touched = (): void => {
      if (isLookedAt()) this.used();
    };
    for (const kind of TOUCHES) document.addEventListener(kind, touched, { capture: true, passive: true });
    const left = (): void => {
      if (!isLookedAt()) this.unused();
    };
    addEventListener('blur', left);
    document.addEventListener('visibilitychange', left);
  }

  private used(): void {
    if (this.saidAt !== null && uptime() - this.saidAt < SAY_EVERY) return;
    if (this.connection.state() !== 'live') return;
    this.saidAt = uptime();
    this.requests.setActive(true);
  }

  private unused(): void {
    if (this.saidAt === null) return;
    this.saidAt = null;
    if (this.connection.state() === 'live') this.requests.setActive(false);
  }
}
