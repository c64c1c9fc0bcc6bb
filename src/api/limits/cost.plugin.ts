import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { type Cost, costWithinLimit } from './cost.js';
import { refusalOfVariables } from './variables.js';

/** Keeps what comes over HTTP within the limits, and tells what it cost. */
export const costPlugin: ApolloServerPlugin = {
  requestDidStart: () => {
    let cost: Cost | undefined;
    return Promise.resolve({
      didResolveOperation: ({ schema, document, operationName, request: { variables } }) => {
        const found = refusalOfVariables(variables) ?? costWithinLimit({ schema, document, operationName, variables });
        if (found instanceof GraphQLError) return Promise.reject(found);
        cost = found;
        return Promise.resolve();
      },
      willSendResponse: ({ response: { body } }) => {
        if (cost && body.kind === 'single') body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        return Promise.resolve();
      },
    });
  },
};
