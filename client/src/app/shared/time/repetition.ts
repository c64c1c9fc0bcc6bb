import { backoff, MIN_PAUSE, pauseOf } from '#feed-core';
import { firstValueFrom, from, race } from 'rxjs';
import { sleep, uptime } from './timer';
import { wakeups } from './wakeup';

/** Waits until something that failed is worth another attempt: sooner when somebody looks at the page, never sooner than the server asks for. */
export async function pauseBefore(attempt: number, retryAfterSeconds: number | null = null): Promise<void> {
  if (retryAfterSeconds !== null) await sleep(Math.max(backoff(attempt), pauseOf(retryAfterSeconds)));
  else await Promise.all([sleep(MIN_PAUSE), firstValueFrom(race(from(sleep(backoff(attempt))), wakeups()))]);
}

/** Lets each thing be begun once in a while only, however often it is asked for: whoever comes too soon waits for the turn. */
export class Spacing {
  private readonly turns = new Map<string, number>();

  async turn(what = ''): Promise<void> {
    const now = uptime();
    for (const [each, begun] of this.turns) if (begun + MIN_PAUSE <= now) this.turns.delete(each);
    const last = this.turns.get(what);
    const next = last === undefined ? now : last + MIN_PAUSE;
    this.turns.set(what, next);
    if (next > now) await sleep(next - now);
  }
}
