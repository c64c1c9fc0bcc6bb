import { firstValueFrom, race, timer } from 'rxjs';
import { backoff } from '../time/backoff';
import { wakeups } from '../time/wakeup';
import type { Problem } from './problem';

/** Waits until what was refused is worth another attempt: never earlier than the server asks for. */
export async function pauseAfter({ retryAfterSeconds }: Problem, attempt: number): Promise<void> {
  const delay = backoff(attempt);
  if (retryAfterSeconds === null) await firstValueFrom(race(timer(delay), wakeups()));
  else await firstValueFrom(timer(Math.max(delay, retryAfterSeconds * 1000)));
}
