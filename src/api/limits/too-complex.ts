import { GraphQLError } from 'graphql';

/** The refusal of what asks for more than a bound, which it names. */
export function tooComplex(bound: string): GraphQLError {
  return new GraphQLError(`This asks for too much at once: ${bound}.`, {
    extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } },
  });
}

/** Deeper than any screen, and than the tools' question for the whole schema; also for values and variables. */
export const MAX_LEVELS = 20;

export function tooDeep(): GraphQLError {
  return tooComplex(`an operation nests at most ${String(MAX_LEVELS)} levels deep`);
}
