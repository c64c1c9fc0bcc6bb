import { errorOf, type GraphQLProblem, OFFLINE, offline, TertuliaError } from '../tertulia-error.js';

/** An answer of GraphQL's. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLProblem[];
}

/** The data of an answer; whatever was refused throws, and so does a page that a proxy has put in its place. */
export async function dataIn(response: Response): Promise<unknown> {
  const text = await response.text().catch((error: unknown) => {
    throw offline(error);
  });
  const answer = answerIn(text);
  if (answer?.errors && answer.errors.length > 0) throw errorOf(answer.errors);
  if (answer?.data === undefined || answer.data === null) throw statusError(response, text);
  return answer.data;
}

/** What a status says where no GraphQL came with it. */
export function statusError(response: Response, text: string): TertuliaError {
  const seconds = response.headers.get('retry-after') ?? '';
  const extensions = /^\d+$/.test(seconds) ? { retryAfter: Number(seconds) } : {};
  const words = `HTTP ${String(response.status)} ${text.slice(0, 200)}`.trim();
  const told: unknown = parsed(text);
  if (isTold(told)) return new TertuliaError(told.code, told.message, { ...told, ...extensions });
  return new TertuliaError(codeOf(response.status), words, extensions);
}

export function answerIn(text: string): Answer | null {
  const value = parsed(text);
  return typeof value === 'object' && value !== null ? value : null;
}

function codeOf(status: number): string {
  if (status === 429) return 'RATE_LIMITED';
  if (status === 503) return 'SERVICE_UNAVAILABLE';
  // A proxy that waited in vain does not know whether it was done.
  if (status >= 500) return OFFLINE;
  if (status === 401) return 'UNAUTHENTICATED';
  return status === 404 ? 'NOT_FOUND' : 'BAD_RESPONSE';
}

/** A proxy may answer with a page instead. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isTold(value: unknown): value is { readonly code: string; readonly message: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'message' in value &&
    typeof value.message === 'string'
  );
}
