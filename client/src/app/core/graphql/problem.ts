import type { GraphQLFormattedError } from 'graphql';

/** What went wrong, in a sentence that can be shown as it is. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
  readonly retryAfterSeconds: number | null;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused<T>(problem: Problem): Outcome<T> {
  return { ok: false, problem };
}

/** A problem as what ends a subscription. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

export const OFFLINE = 'OFFLINE';

export function problem(code: string, message: string, field: string | null = null): Problem {
  return { code, message, field, retryAfterSeconds: null };
}

/** The session has ended: whoever it was signs in again. */
export function signedOut(): Problem {
  return problem('UNAUTHENTICATED', $localize`Please sign in again.`);
}

/** Nothing came that the server could have said. */
export function unreachable(): Problem {
  return problem(OFFLINE, $localize`The server can’t be reached. Please check your connection and try again.`);
}

/** An answer that holds nothing of what was asked for. */
export function noAnswer(): Problem {
  return problem('INTERNAL_SERVER_ERROR', $localize`The server didn’t respond.`);
}

/** Of an answer that is not GraphQL's: a proxy's, with its word on when to come back. */
export function fromStatus(status: number, retryAfter: string | null): Problem {
  if (BUSY.has(status)) return busy(retryAfter);
  return status < 500 ? problem('BAD_RESPONSE', $localize`The server didn’t accept this request.`) : unreachable();
}

/** How a proxy before the server says "not now", in words of its own. */
const BUSY = new Set([429, 503]);

function busy(retryAfter: string | null): Problem {
  const seconds = /^\d+$/.test(retryAfter ?? '') ? Number(retryAfter) : null;
  return {
    ...problem('SERVICE_UNAVAILABLE', $localize`The server is busy. Please try again in a moment.`),
    retryAfterSeconds: seconds,
  };
}

export function fromGraphQLErrors(errors: readonly GraphQLFormattedError[]): Problem {
  const [first] = errors;
  if (!first) return problem('INTERNAL_SERVER_ERROR', $localize`Something went wrong. Please try again.`);
  return {
    code: textOr(first.extensions?.['code'], 'INTERNAL_SERVER_ERROR'),
    message: first.message,
    field: textOr(first.extensions?.['field'], null),
    retryAfterSeconds: numberOrNull(first.extensions?.['retryAfter']),
  };
}

const PASSING_CODES = new Set([OFFLINE, 'SERVICE_UNAVAILABLE', 'RATE_LIMITED']);

/** Whether the same request may succeed later without anybody changing it. */
export function isPassing({ code }: Problem): boolean {
  return PASSING_CODES.has(code);
}

function textOr<F extends string | null>(value: unknown, fallback: F): string | F {
  return typeof value === 'string' ? value : fallback;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
