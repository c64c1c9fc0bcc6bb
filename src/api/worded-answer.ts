import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import { formatError } from './error-format.js';

/** An answer as clients get it, its errors in words for them. A fault is written to the log with that: word an answer once. */
export function wordedAnswer(
  { data, errors, extensions }: ExecutionResult,
  format: typeof formatError = formatError,
): FormattedExecutionResult {
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map((error) => format(error)) }),
    ...(extensions && { extensions }),
  };
}
