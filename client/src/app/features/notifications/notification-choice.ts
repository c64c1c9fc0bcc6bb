import { Injectable, signal } from '@angular/core';

const KEY = 'tertulia.notifications';
const OFF = 'off';

/** Whether this browser shows notifications, where it may. A permission cannot be given back by a page, so it can be left unused. */
@Injectable({ providedIn: 'root' })
export class NotificationChoice {
  private readonly current = signal(kept());

  readonly isOn = this.current.asReadonly();

  constructor() {
    addEventListener('storage', ({ key }) => {
      if (key === KEY) this.current.set(kept());
    });
  }

  turn(isOn: boolean): void {
    this.current.set(isOn);
    try {
      if (isOn) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, OFF);
    } catch {
      // Storage can be forbidden; the choice then lasts as long as the page.
    }
  }
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF;
  } catch {
    return true;
  }
}
