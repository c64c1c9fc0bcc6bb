import { Injectable, signal } from '@angular/core';

/** What a browser lets this page do. `insecure`: it asks for https first; `missing`: it knows no notifications at all. */
export type Permission = 'granted' | 'denied' | 'default' | 'insecure' | 'missing';

/** Whether this browser lets the page show notifications. It is asked only after whoever is there has said in our own words that they want them. */
@Injectable({ providedIn: 'root' })
export class NotificationPermission {
  private readonly current = signal(permissionNow());

  readonly state = this.current.asReadonly();

  constructor() {
    void this.watch();
  }

  /** The browser's own question. It answers by itself where it has been answered before. */
  async ask(): Promise<Permission> {
    if (this.current() === 'default') {
      try {
        await Notification.requestPermission();
      } catch {
        // It asks nobody here: what it says by itself is the answer.
      }
    }
    this.current.set(permissionNow());
    return this.current();
  }

  /** It may be given or taken away in the browser's settings while the page is open. */
  private async watch(): Promise<void> {
    try {
      const status = await navigator.permissions.query({ name: 'notifications' });
      status.addEventListener('change', () => {
        this.current.set(permissionNow());
      });
    } catch {
      // Then it shows with the next page.
    }
  }
}

function permissionNow(): Permission {
  if (!isSecureContext) return 'insecure';
  return typeof Notification === 'function' ? Notification.permission : 'missing';
}
