import type { GraphQLFormattedError } from 'graphql';
import { done, fromGraphQLErrors, fromStatus, noAnswer, type Outcome, refused, unreachable } from './problem';

interface Body<T> {
  readonly data?: T | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** What is not in GraphQL's form is a proxy's word, and not the server's. */
export async function outcomeOf<T>(answer: Response): Promise<Outcome<T>> {
  const { ok, status, headers } = answer;
  const body = parsed<T>(await answer.text());
  if (body?.errors) return refused(fromGraphQLErrors(body.errors));
  if (!ok) return refused(fromStatus(status, headers.get('retry-after')));
  if (!body) return refused(unreachable());
  return body.data === undefined || body.data === null ? refused(noAnswer()) : done(body.data);
}

function parsed<T>(text: string): Body<T> | null {
  try {
    const body: unknown = JSON.parse(text);
    return isBody<T>(body) ? body : null;
  } catch {
    return null;
  }
}

/** The types of an operation are those of the schema that the server has: nothing of an answer is looked through once more. */
function isBody<T>(body: unknown): body is Body<T> {
  if (typeof body !== 'object' || body === null) return false;
  return ('errors' in body && Array.isArray(body.errors)) || 'data' in body;
}
