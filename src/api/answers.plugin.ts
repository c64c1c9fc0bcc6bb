import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { GraphQLContext } from '../caller/index.js';
import { allowCompression } from './compressed-answers.js';
import { retryAfter } from './retry-after.js';

/** What HTTP itself has to say about an answer: when to ask again, and whether it may be compressed. */
export const answersPlugin: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body, http }, operation, contextValue: context }) => {
        const headers = retryAfter(body.kind === 'single' ? body.singleResult.errors : []);
        for (const [name, value] of Object.entries(headers)) http.headers.set(name.toLowerCase(), value);
        // Tokens and passwords are given out by mutations alone, and no other site can send a request with somebody's token.
        if (context.http && operation?.operation === OperationTypeNode.QUERY) allowCompression(context.http.response);
        return Promise.resolve();
      },
    }),
};
