import { WHEN_THE_SOCKET_CLOSES } from '../errors/index.js';
import { type GraphQLSchema, OperationTypeNode } from 'graphql';

const DESCRIPTIONS = {
  [OperationTypeNode.QUERY]: `What can be read. All but \`viewer\` and \`server\` needs a valid access token: without one it answers UNAUTHENTICATED, never null. \`extensions.reason\` says
what is wrong with one that was sent: TOKEN_EXPIRED, TOKEN_INVALID or SESSION_ENDED. An operation of any kind
that asks for too much is QUERY_TOO_COMPLEX, and nothing of it is done; what queries and mutations cost is told in \`extensions.cost\`.`,
  [OperationTypeNode.MUTATION]: `What can be changed. The mutations of one request run one after the other, each on its own: one that fails undoes none before it, and ends the request.
Its answer then has \`data: null\`, which hides what was done before: send one mutation per request, or a nonce with each. All but
register, login, enterAsGuest, refreshSession and logout need a valid access token: UNAUTHENTICATED without one. Too many too fast are RATE_LIMITED,
with the seconds to wait in \`extensions.retryAfter\`; where the server can store nothing just now it is SERVICE_UNAVAILABLE.`,
  [OperationTypeNode.SUBSCRIPTION]: `What can be followed as it happens, over a WebSocket on /graphql (graphql-transport-ws). Each needs a valid access token in
connectionParams.authorization ("Bearer …") or in the handshake's Authorization header: UNAUTHENTICATED without one. Each item of a feed has a cursor: whoever resumes with the last one misses nothing.
After a lost connection, whatever ended it, connect again after a second or more, with a cursor that was just read.
${WHEN_THE_SOCKET_CLOSES}`,
};

/** Says what the root types are for. Nest makes them itself, out of all resolvers, and takes no description of them. */
export function describeRootTypes(schema: GraphQLSchema): GraphQLSchema {
  for (const operation of Object.values(OperationTypeNode)) {
    const type = schema.getRootType(operation);
    if (type) type.description = DESCRIPTIONS[operation];
  }
  return schema;
}
