import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GraphQLContext } from '../../common/index.js';
import { formatError } from '../error-format.js';
import type { Admission, Stay } from './admission.js';
import { type Cost, costWithinLimit } from './cost.js';
import { refusalOfVariables } from './variables.js';

/** Keeps what comes over HTTP within the limits, and tells what it cost. */
export function limitsPlugin(admission: Admission): ApolloServerPlugin<GraphQLContext> {
  return {
    requestDidStart: () => {
      let cost: Cost | undefined;
      let stay: Stay | undefined;
      return Promise.resolve({
        didResolveOperation: async ({ schema, document, operation, operationName, request, contextValue: context }) => {
          const { variables } = request;
          const found =
            refusalOfVariables(variables) ?? costWithinLimit({ schema, document, operationName, variables });
          if (found instanceof GraphQLError) throw found;
          const admitted = await admission.admit(context, found, operation?.operation ?? OperationTypeNode.QUERY);
          if (admitted instanceof GraphQLError) throw admitted;
          cost = found;
          stay = admitted;
        },
        willSendResponse: ({ response: { body, http }, contextValue: context }) => {
          if (!cost || !stay || body.kind !== 'single') return Promise.resolve();
          const tooLarge = stay.end(body.singleResult.data, () => answered(context));
          if (tooLarge) {
            http.status = 400;
            body.singleResult = { errors: [formatError(tooLarge)] };
          }
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
          return Promise.resolve();
        },
      });
    },
  };
}

/** Resolves when the caller has taken the answer, or is gone. */
function answered({ http }: GraphQLContext): Promise<void> {
  if (!http) return Promise.resolve();
  // Of an answer that waits behind others on its connection, only the connection tells that it is gone.
  const sources = [http.response, http.request.socket];
  // Whoever hung up while it was made closes nothing any more: their answer would count for ever.
  if (sources.some(({ closed }) => closed)) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      for (const source of sources) source.off('close', done);
      resolve();
    };
    for (const source of sources) source.once('close', done);
  });
}
