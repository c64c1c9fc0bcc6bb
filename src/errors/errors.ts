import { IntrinsicException } from '@nestjs/common';

/** Every code that an answer may carry in `extensions.code` because of what a feature decided. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'BAD_CURSOR',
  'CURSOR_EXPIRED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'RATE_LIMITED',
  'QUERY_TOO_COMPLEX',
  'SERVICE_UNAVAILABLE',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What is wrong with a token that somebody sent. Without one of these, none was sent. */
export const TOKEN_FAULTS = ['TOKEN_EXPIRED', 'TOKEN_INVALID', 'SESSION_ENDED'] as const;

export type TokenFault = (typeof TOKEN_FAULTS)[number];

/** What a refusal says beside its sentence. */
interface Details {
  readonly field?: string;
  readonly retryAfter?: number;
  readonly reason?: TokenFault;
  readonly standing?: Readonly<Record<string, string | number>>;
}

/** A refusal that the person who asked should read. Features declare theirs by extending it. Intrinsic: nothing to log as a fault. */
export abstract class Refusal extends IntrinsicException {
  /** The argument at fault, where it is one. */
  readonly field?: string;
  /** Seconds to wait before another try. */
  readonly retryAfter?: number;
  /** Why a token does not count, where one was sent. */
  readonly reason?: TokenFault;
  /** What stands already, where it is that with which the input is in conflict, by the names of its ids, or what there is of it. */
  readonly standing?: Readonly<Record<string, string | number>>;

  /** Whoever is refused for a while is told for how long. */
  protected constructor(code: 'RATE_LIMITED', sentence: string, details: Details & { readonly retryAfter: number });
  protected constructor(code: Exclude<ErrorCode, 'RATE_LIMITED'>, sentence: string, details?: Details);
  protected constructor(
    readonly code: ErrorCode,
    sentence: string,
    details: Details = {},
  ) {
    super(sentence);
    this.name = new.target.name;
    if (details.field !== undefined) this.field = details.field;
    if (details.retryAfter !== undefined) this.retryAfter = details.retryAfter;
    if (details.reason !== undefined) this.reason = details.reason;
    if (details.standing !== undefined) this.standing = details.standing;
  }
}

/** What a GraphQL client is told of a refusal beside its words. */
export function extensionsOf(refusal: Refusal): Readonly<Record<string, string | number>> {
  const { code, field, retryAfter, reason, standing } = refusal;
  return {
    code,
    ...standing,
    ...(field !== undefined && { field }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(reason !== undefined && { reason }),
  };
}

/** One argument is out of its bounds. */
export class InvalidInput extends Refusal {
  constructor(field: string, sentence: string) {
    super('BAD_USER_INPUT', sentence, { field });
  }
}

/** Nobody is signed in, or no longer. */
export class Unauthenticated extends Refusal {
  constructor(sentence = 'Sign in first.', reason?: TokenFault) {
    super('UNAUTHENTICATED', sentence, reason === undefined ? {} : { reason });
  }
}

/** Too much, too fast. */
export class RateLimited extends Refusal {
  constructor(retryAfter: number, what = 'Too many attempts') {
    const seconds = retryAfter === 1 ? '1 second' : `${String(retryAfter)} seconds`;
    super('RATE_LIMITED', `${what}. Wait ${seconds}, then try again.`, { retryAfter });
  }
}
