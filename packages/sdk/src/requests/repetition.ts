import { backoff, pauseOf } from '../core/index.js';
import { OFFLINE, TertuliaError } from '../tertulia-error.js';
import { sleep } from '../time.js';

export interface RepetitionOptions {
  /** Whether the same may be done again where nobody knows if it was done: a query, or what has a nonce. */
  readonly isRepeatable: boolean;
  /** In milliseconds: what does not pass within that is thrown. */
  readonly patience: number;
  readonly signal?: AbortSignal | undefined;
}

/** Tries again while what is in the way may pass, and never earlier than the server asks for. */
export async function untilAnswered<T>(attempt: () => Promise<T>, options: RepetitionOptions): Promise<T> {
  const begun = performance.now();
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!mayPass(error, options.isRepeatable)) throw error;
      const pause = pauseBefore(tries, error.retryAfter);
      if (performance.now() - begun + pause > options.patience) throw error;
      await sleep(pause, options.signal);
    }
  }
}

/** In milliseconds. */
export function pauseBefore(attempt: number, retryAfterSeconds: number | null): number {
  return retryAfterSeconds === null ? backoff(attempt) : Math.max(backoff(attempt), pauseOf(retryAfterSeconds));
}

/** What was refused was not done. What was lost on the way may have been. */
function mayPass(error: unknown, isRepeatable: boolean): error is TertuliaError {
  return error instanceof TertuliaError && error.isPassing && (isRepeatable || error.code !== OFFLINE);
}
