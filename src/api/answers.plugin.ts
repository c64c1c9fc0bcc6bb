import type { ApolloServerPlugin } from '@apollo/server';
import { type GraphQLFormattedError, OperationTypeNode } from 'graphql';
import type { GraphQLContext } from '../caller/index.js';
import { allowCompression } from './compressed-answers.js';

/** What HTTP itself has to say about an answer: when to ask again, and whether it may be compressed. */
export const answersPlugin: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body, http }, operation, contextValue: context }) => {
        const seconds = body.kind === 'single' ? secondsToWait(body.singleResult.errors ?? []) : 0;
        if (seconds > 0) http.headers.set('retry-after', String(seconds));
        // Tokens and passwords are given out by mutations alone, and no other site can send a request with somebody's token.
        if (context.http && operation?.operation === OperationTypeNode.QUERY) allowCompression(context.http.response);
        return Promise.resolve();
      },
    }),
};

function secondsToWait(errors: readonly GraphQLFormattedError[]): number {
  return Math.max(0, ...errors.map(({ extensions }) => Number(extensions?.retryAfter ?? 0)));
}
