import { effect, inject, Injectable, signal } from '@angular/core';
import { SwUpdate } from '@angular/service-worker';
import { registerWorker } from '../../core/browser/service-worker';
import { ConnectionStore } from '../../feed/connection.store';
import { after } from '../../shared/time/timer';

/** Once the server is back. The worker says that there is nothing new as well where the network was not quite back, so it is asked again. */
const LOOKS_AFTER = [0, 8_000, 60_000];

/**
 * Keeps the app in this browser, so that it opens without a network, and learns of a newer one. A page goes on with the version that it began with:
 * the worker keeps the files of both. It is not there in development, in a browser without one, and without HTTPS.
 */
@Injectable()
export class NewVersion {
  private readonly updates = inject(SwUpdate);
  private readonly connection = inject(ConnectionStore);
  private readonly ready = signal(false);
  private isRegistered = false;

  readonly isReady = this.ready.asReadonly();

  constructor() {
    if (!this.updates.isEnabled) return;
    this.updates.versionUpdates.subscribe(({ type }) => {
      if (type === 'VERSION_READY') this.ready.set(true);
    });
    // The browser has thrown away pieces of this version: a page that is loaded anew is whole again.
    this.updates.unrecoverable.subscribe(() => {
      this.ready.set(true);
    });
    effect((onCleanup) => {
      if (this.connection.state() !== 'live') return;
      const looks = LOOKS_AFTER.map((delay) => after(delay, () => void this.lookAtServer()));
      onCleanup(() => {
        for (const cancel of looks) cancel();
      });
    });
  }

  later(): void {
    this.ready.set(false);
  }

  reload(): void {
    location.reload();
  }

  /** At first once the first screen is there, so that nothing is loaded beside it; later each time that the server is back, perhaps as a newer one. */
  private async lookAtServer(): Promise<void> {
    try {
      if (!this.isRegistered) {
        this.isRegistered = true;
        await registerWorker();
      } else if (await this.updates.checkForUpdate()) this.ready.set(true);
    } catch {
      // Browsers may forbid it, and the network may be gone again. The page works as it does without.
    }
  }
}
