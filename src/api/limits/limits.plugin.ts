import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GraphQLContext } from '../../caller/index.js';
import { formatError } from '../error-format.js';
import type { Admission, AdmittedOperation } from './admission.js';
import { costWithinLimit } from './cost.js';
import { isSignIn } from './sign-ins.js';
import { refusalOfVariables } from './variables.js';

/** Keeps what comes over HTTP within the limits, and tells what it cost. */
export function limitsPlugin(admission: Admission): ApolloServerPlugin<GraphQLContext> {
  return {
    requestDidStart: () => {
      let operation: AdmittedOperation | undefined;
      return Promise.resolve({
        didResolveOperation: async ({
          schema,
          document,
          operation: asked,
          operationName,
          request,
          contextValue: context,
        }) => {
          const { variables } = request;
          const cost = refusalOfVariables(variables) ?? costWithinLimit({ schema, document, operationName, variables });
          if (cost instanceof GraphQLError) throw cost;
          const admitted = await admission.admit(context, {
            schema,
            document,
            cost,
            kind: asked?.operation ?? OperationTypeNode.QUERY,
            isSignIn: isSignIn(schema, document, operationName),
          });
          if (admitted instanceof GraphQLError) throw admitted;
          operation = admitted;
        },
        willSendResponse: ({ response: { body, http }, contextValue: context }) => {
          if (!operation || body.kind !== 'single') return Promise.resolve();
          const tooLarge = operation.answer(body.singleResult.data, () => answered(context));
          if (tooLarge) {
            http.status = 400;
            body.singleResult = { errors: [formatError(tooLarge)] };
          }
          body.singleResult.extensions = { ...body.singleResult.extensions, cost: operation.cost };
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
