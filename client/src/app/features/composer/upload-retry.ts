import { OFFLINE, type Problem } from '../../core/graphql/problem';
import { TIMED_OUT, UNREADABLE } from './upload-problem';

/** So often an upload is tried while there is a connection, before its owner is asked. */
export const MAX_ATTEMPTS = 5;
const MAX_PAUSE_SECONDS = 30;
/** Whoever has to wait longer than this is told so. */
const MAX_WAIT_SECONDS = 60;

/** What may be over by itself in a moment. */
const PASSING = new Set([
  OFFLINE,
  TIMED_OUT,
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
  // An earlier attempt, whose line seemed dead, still writes what it had.
  'CONFLICT',
]);

/** Said of the file itself: the same bytes would be refused again. */
const FINAL = new Set([UNREADABLE, 'UNSUPPORTED_MEDIA_TYPE']);

/** Whether its owner may try again. Too large may also be what is stored already, and that can be less later. */
export function mayTryAgain({ code }: Problem): boolean {
  return !FINAL.has(code);
}

/**
 * In how many seconds to try again by itself; null where that would not help, or has been tried often enough. Never sooner than in a
 * second, and later each time. Without a connection it is tried as long as it takes.
 */
export function pauseBefore(attempt: number, { code, retryAfterSeconds }: Problem, connected: boolean): number | null {
  if (!PASSING.has(code) || (connected && attempt >= MAX_ATTEMPTS)) return null;
  const wished = retryAfterSeconds ?? 0;
  return wished > MAX_WAIT_SECONDS ? null : Math.max(Math.min(2 ** (attempt - 1), MAX_PAUSE_SECONDS), wished);
}
