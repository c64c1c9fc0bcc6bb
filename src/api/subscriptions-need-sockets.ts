import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';

/** Over HTTP a subscription would be executed as if it were a query, and fail without a word that helps. */
export const subscriptionsNeedSockets: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) =>
        operation?.operation === OperationTypeNode.SUBSCRIPTION
          ? Promise.reject(
              new GraphQLError(
                'Subscriptions need a WebSocket, or /graphql/stream. Here, ask `events` for a page of the feed.',
                {
                  extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
                },
              ),
            )
          : Promise.resolve(),
    }),
};
