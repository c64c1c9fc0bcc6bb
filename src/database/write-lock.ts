import { setTimeout } from 'node:timers/promises';
import { isBusy } from './disk-trouble.js';

/** A backup or somebody's shell holds the database for moments. Who waits longer than this had better be told. */
const PATIENCE_MILLISECONDS = 3000;
const PAUSE_MILLISECONDS = 20;

/** Waits for a database that another process holds, while the event loop goes on. */
export class WriteLock {
  private heldSince: number | undefined;

  /**
   * Takes the lock, by whatever statement does it, or fails as the last try did. All who wait share one patience: behind
   * somebody who waited in vain, the next one is refused at once.
   */
  async take(attempt: () => unknown): Promise<void> {
    for (;;) {
      try {
        attempt();
        this.heldSince = undefined;
        return;
      } catch (error) {
        if (!isBusy(error)) throw error;
        this.heldSince ??= performance.now();
        if (performance.now() - this.heldSince > PATIENCE_MILLISECONDS) throw error;
        await setTimeout(PAUSE_MILLISECONDS);
      }
    }
  }
}
