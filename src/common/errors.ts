import { IntrinsicException } from '@nestjs/common';

/** Every code that an answer may carry in `extensions.code` because of what a feature decided. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'BAD_CURSOR'
  | 'CURSOR_EXPIRED'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'RATE_LIMITED'
  | 'QUERY_TOO_COMPLEX'
  | 'SERVICE_UNAVAILABLE';

/** A refusal that the person who asked should read. Features declare theirs by extending it. Intrinsic: nothing to log as a fault. */
export abstract class Refusal extends IntrinsicException {
  /** The argument at fault, where it is one. */
  readonly field?: string;
  /** Seconds to wait before another try. */
  readonly retryAfter?: number;

  protected constructor(
    readonly code: ErrorCode,
    sentence: string,
    details: { field?: string; retryAfter?: number } = {},
  ) {
    super(sentence);
    this.name = new.target.name;
    if (details.field !== undefined) this.field = details.field;
    if (details.retryAfter !== undefined) this.retryAfter = details.retryAfter;
  }
}

/** What a GraphQL client is told of a refusal beside its words. */
export function extensionsOf({ code, field, retryAfter }: Refusal): Readonly<Record<string, string | number>> {
  return { code, ...(field !== undefined && { field }), ...(retryAfter !== undefined && { retryAfter }) };
}

/** One argument is out of its bounds. */
export class InvalidInput extends Refusal {
  constructor(field: string, sentence: string) {
    super('BAD_USER_INPUT', sentence, { field });
  }
}

/** Nobody is signed in, or no longer. */
export class Unauthenticated extends Refusal {
  constructor(sentence = 'Sign in first.') {
    super('UNAUTHENTICATED', sentence);
  }
}

/** Too much, too fast. */
export class RateLimited extends Refusal {
  constructor(retryAfter: number, what = 'Too many tries') {
    const seconds = retryAfter === 1 ? '1 second' : `${String(retryAfter)} seconds`;
    super('RATE_LIMITED', `${what}. Wait ${seconds}, then try again.`, { retryAfter });
  }
}
