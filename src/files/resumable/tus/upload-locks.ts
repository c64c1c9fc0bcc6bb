import type { Lock, Locker, RequestRelease } from '@tus/server';
import { UploadIsBusy } from '../../files.errors.js';

const MAX_WAIT_MILLISECONDS = 20_000;

interface Holder {
  readonly release: RequestRelease;
  readonly released: Promise<undefined>;
}

/**
 * One request at a time for each upload. Whoever comes later asks the one before to stop: often that one's line is dead, and
 * nobody but the server has not noticed. In contrast to tus's own locker it waits without asking all the time.
 */
export class UploadLocks implements Locker {
  private readonly holders = new Map<string, Holder>();

  newLock(id: string): Lock {
    let unlock = (): void => undefined;
    return {
      lock: async (signal, release) => {
        unlock = await this.take(id, signal, release);
      },
      unlock: () => {
        unlock();
        return Promise.resolve();
      },
    };
  }

  private async take(id: string, signal: AbortSignal, release: RequestRelease): Promise<() => void> {
    const over = AbortSignal.any([signal, AbortSignal.timeout(MAX_WAIT_MILLISECONDS)]);
    for (let holder = this.holders.get(id); holder; holder = this.holders.get(id)) {
      void holder.release();
      await Promise.race([holder.released, aborted(over)]);
      if (over.aborted) throw new UploadIsBusy();
    }
    const { promise: released, resolve } = Promise.withResolvers<undefined>();
    this.holders.set(id, { release, released });
    return () => {
      this.holders.delete(id);
      resolve(undefined);
    };
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  if (signal.aborted) resolve(undefined);
  signal.addEventListener(
    'abort',
    () => {
      resolve(undefined);
    },
    { once: true },
  );
  return promise;
}
