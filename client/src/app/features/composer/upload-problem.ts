import { OFFLINE, problem, type Problem } from '../../core/graphql/problem';
import { fileSize } from '../../shared/text/file-size';

export const UNREADABLE = 'UNREADABLE';
export const TIMED_OUT = 'TIMED_OUT';

/** How an upload ended: with an answer, or with none. */
export interface UploadEnd {
  /** Zero where there was no answer. */
  readonly status: number;
  readonly answer: unknown;
  /** The header `Retry-After`, in seconds. */
  readonly retryAfter: string | null;
}

/** What went wrong, whoever said so: the server, or something that stands before it and has words of its own. */
export function problemOf({ status, answer, retryAfter }: UploadEnd, size: number): Problem {
  return { ...inWords(status, answer, size), retryAfterSeconds: secondsOf(retryAfter) };
}

/** The browser cannot read the file: a folder, or a file that is gone or is another one by now. */
export function unreadable(): Problem {
  return problem(
    UNREADABLE,
    $localize`This file can’t be read any more. It may have been moved, changed or deleted: choose it again.`,
  );
}

export function folderProblem(): string {
  return $localize`Folders can’t be sent. Choose the files inside it.`;
}

function inWords(status: number, answer: unknown, size: number): Problem {
  if (isRefusal(answer)) return problem(answer.code, answer.message);
  if (status === 0) return problem(OFFLINE, $localize`The upload was interrupted.`);
  if (status === 408) return problem(TIMED_OUT, $localize`The upload took too long.`);
  if (status === 413)
    return problem(
      'PAYLOAD_TOO_LARGE',
      $localize`A file of ${fileSize(size)}:size: is too large to get through to the server. Send a smaller one, or ask whoever runs Tertulia.`,
    );
  if (status === 429) return problem('RATE_LIMITED', $localize`Too many uploads at once.`);
  if (status >= 500) return problem('SERVICE_UNAVAILABLE', $localize`The server is not available right now.`);
  if (status >= 400)
    return problem(
      'BAD_RESPONSE',
      $localize`The upload was refused on its way to the server (${String(status)}:status:).`,
    );
  return problem(
    'BAD_RESPONSE',
    $localize`Something else answered in place of the server. Does this network want you to sign in?`,
  );
}

/** Seconds, or a date: some proxies send one. */
function secondsOf(retryAfter: string | null): number | null {
  if (retryAfter === null || retryAfter.trim() === '') return null;
  const seconds = Number(retryAfter);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

function isRefusal(answer: unknown): answer is { code: string; message: string } {
  if (typeof answer !== 'object' || answer === null || !('code' in answer) || !('message' in answer)) return false;
  return typeof answer.code === 'string' && typeof answer.message === 'string';
}
