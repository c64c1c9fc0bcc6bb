import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { fromGraphQLErrors, fromStatus, type Problem, unreachable } from './problem';

export function toProblem(error: unknown): Problem {
  if (CombinedGraphQLErrors.is(error)) return fromGraphQLErrors(error.errors);
  if (ServerError.is(error)) return fromStatus(error.statusCode, error.response.headers.get('retry-after'));
  return unreachable();
}
