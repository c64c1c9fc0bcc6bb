import { pauseBefore } from '../../shared/time/repetition';
import type { Problem } from './problem';

/** Waits until what was refused is worth another attempt: never earlier than the server asks for. */
export function pauseAfter({ retryAfterSeconds }: Problem, attempt: number): Promise<void> {
  return pauseBefore(attempt, retryAfterSeconds);
}
