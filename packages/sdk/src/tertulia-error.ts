/** What went wrong, with the code by which the API tells it: see "Errors" in Tertulia's docs/guides/errors-and-limits.md. */
export class TertuliaError extends Error {
  override readonly name = 'TertuliaError';

  constructor(
    /** `extensions.code`, or OFFLINE where nothing came that the server could have said. */
    readonly code: string,
    message: string,
    /** All of `extensions`. */
    readonly extensions: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** The argument at fault, where it is one. */
  get field(): string | null {
    return textOf(this.extensions.field);
  }

  /** Why a token does not count: TOKEN_EXPIRED, TOKEN_INVALID or SESSION_ENDED. */
  get reason(): string | null {
    return textOf(this.extensions.reason);
  }

  /** The seconds after which the same may be sent again. */
  get retryAfter(): number | null {
    const seconds = this.extensions.retryAfter;
    return typeof seconds === 'number' ? seconds : null;
  }

  /** Whether the same may succeed later without anybody changing it. */
  get isPassing(): boolean {
    return PASSING.has(this.code);
  }
}

export const OFFLINE = 'OFFLINE';

const PASSING: ReadonlySet<string> = new Set([OFFLINE, 'SERVICE_UNAVAILABLE', 'RATE_LIMITED']);

/** One entry of `errors`, as GraphQL writes them. */
export interface GraphQLProblem {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The first of the errors of an answer: one is enough to refuse it. */
export function errorOf(problems: readonly GraphQLProblem[]): TertuliaError {
  const [first] = problems;
  const extensions = first?.extensions ?? {};
  return new TertuliaError(
    textOf(extensions.code) ?? 'INTERNAL_SERVER_ERROR',
    first?.message ?? 'The server did not answer with anything.',
    extensions,
  );
}

/** Nothing came that the server could have said. */
export function offline(cause: unknown): TertuliaError {
  const why = cause instanceof Error && cause.message !== '' ? `: ${cause.message}` : '.';
  return new TertuliaError(OFFLINE, `The server cannot be reached${why}`, {}, { cause });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
