import type { ExecutionResult } from 'graphql';
import type { Payload } from '../feed/index.js';
import { formatError } from './error-format.js';

/** An answer in the bytes that go out beside the libraries, to one reader or to many. */
export function encodedAnswer({ data, errors, extensions }: ExecutionResult, format = formatError): Payload {
  const worded = {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map(format) }),
    ...(extensions && { extensions }),
  };
  return { bytes: Buffer.from(JSON.stringify(worded)) };
}
