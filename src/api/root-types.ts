import { WHEN_THE_SOCKET_CLOSES } from '../errors/index.js';
import { getNullableType, type GraphQLSchema, OperationTypeNode } from 'graphql';

const DESCRIPTIONS = {
  [OperationTypeNode.QUERY]: `What can be read. All but \`viewer\` and \`server\` needs a valid access token: without one it answers UNAUTHENTICATED, never null. \`extensions.reason\` says
what is wrong with one that was sent: TOKEN_EXPIRED, TOKEN_INVALID or SESSION_ENDED. An operation of any kind
that asks for too much is QUERY_TOO_COMPLEX, and nothing of it is done; what queries and mutations cost is told in \`extensions.cost\`.`,
  [OperationTypeNode.MUTATION]: `What can be changed. The mutations of one request run one after the other, each on its own: one that fails neither undoes nor stops the others.
It is null in the answer, and \`errors\` has its error with the \`path\` of the field; a payload is null for no other reason. All but
register, login, enterAsGuest, refreshSession and logout need a valid access token: UNAUTHENTICATED without one. Too many too fast are RATE_LIMITED,
with the seconds to wait in \`extensions.retryAfter\`; where the server can store nothing just now it is SERVICE_UNAVAILABLE.`,
  [OperationTypeNode.SUBSCRIPTION]: `What can be followed as it happens, over a WebSocket on /graphql (graphql-transport-ws) or as server-sent events on /graphql/stream. Each needs a valid access token, or a bot's token, in
connectionParams.authorization ("Bearer …") or in the Authorization header of the handshake or the request: UNAUTHENTICATED without one. Each item of a feed has a cursor: whoever resumes with the last one misses nothing.
After a lost connection, whatever ended it, connect again after a second or more, with a cursor that was just read.
${WHEN_THE_SOCKET_CLOSES}`,
};

/** Lets each mutation fail alone: for a field that may not be null, graphql-js would make `data` null, and with it all that was done beside it. */
export function letMutationsFailAlone(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {}))
    field.type = getNullableType(field.type);
  return schema;
}

/** Says what the root types are for. Nest makes them itself, out of all resolvers, and takes no description of them. */
export function describeRootTypes(schema: GraphQLSchema): GraphQLSchema {
  for (const operation of Object.values(OperationTypeNode)) {
    const type = schema.getRootType(operation);
    if (type) type.description = DESCRIPTIONS[operation];
  }
  return schema;
}
