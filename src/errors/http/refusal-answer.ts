import { type ErrorCode, extensionsOf, type Refusal } from '../errors.js';

/** A refusal on its way to an HTTP client. */
export interface RefusalAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: object;
}

/** As plain HTTP clients get it. */
export function asPlain(refusal: Refusal): RefusalAnswer {
  const { code, message, reason } = refusal;
  return { ...frameOf(refusal), body: { code, message, ...(reason !== undefined && { reason }) } };
}

/** As GraphQL clients get it, where the request never becomes an operation. */
export function asGraphQL(refusal: Refusal): RefusalAnswer {
  const { message } = refusal;
  return { ...frameOf(refusal), body: { errors: [{ message, extensions: extensionsOf(refusal) }] } };
}

function frameOf({ code, retryAfter, reason, message }: Refusal): Omit<RefusalAnswer, 'body'> {
  const headers = {
    ...(code === 'UNAUTHENTICATED' && { 'WWW-Authenticate': challenge(reason, message) }),
    ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
  };
  return { status: STATUS[code], headers };
}

/** RFC 6750, section 3: whoever sent no token is told of no error. */
function challenge(reason: string | undefined, message: string): string {
  return reason === undefined
    ? 'Bearer'
    : `Bearer error="invalid_token", error_description="${message.replaceAll('"', "'")}"`;
}

const STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  BAD_CURSOR: 400,
  CURSOR_EXPIRED: 400,
  QUERY_TOO_COMPLEX: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
};
