import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import type { Payload } from '../feed/index.js';
import { formatError } from './error-format.js';

/** An answer as clients get it, its errors in words for them. A fault is written to the log here: word an answer once. */
export function worded(
  { data, errors, extensions }: ExecutionResult,
  format: typeof formatError = formatError,
): FormattedExecutionResult {
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map((error) => format(error)) }),
    ...(extensions && { extensions }),
  };
}

/** The bytes that go out beside the libraries, to one reader or to many. */
export function encoded(answer: FormattedExecutionResult): Payload {
  return { bytes: Buffer.from(JSON.stringify(answer)) };
}
