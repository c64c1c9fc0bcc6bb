// A chat server as the guide of Mercurius shows it: one topic for each room, its compiler on, and sends over the socket as well.
import Fastify from 'fastify';
import mercurius, { type IResolvers } from 'mercurius';
import { messageJson } from '../raw/protocol.js';
import { Store } from '../raw/store.js';
import { FILE, PEOPLE, SYNCHRONOUS } from '../settings.js';

const schema = `
  type User { id: ID! displayName: String! }
  type Message { id: ID! number: Int! body: String! createdAt: String! author: User! }
  type Query { messages(roomId: ID!, before: Int): [Message!]! }
  type Mutation { sendMessage(roomId: ID!, authorId: ID!, body: String!): Message! }
  type Subscription { messageSent(roomId: ID!): Message! }
`;

interface InRoom {
  readonly roomId: string;
}

const store = new Store(FILE, SYNCHRONOUS, PEOPLE);

const resolvers: IResolvers = {
  Query: {
    messages: (_root, { roomId, before }: InRoom & { before?: number | null }) =>
      (before == null ? store.latest(roomId) : store.before(roomId, before)).map(messageJson),
  },
  Mutation: {
    sendMessage: async (_root, { roomId, authorId, body }: InRoom & { authorId: string; body: string }, { pubsub }) => {
      const message = messageJson(store.add(roomId, authorId, body));
      await pubsub.publish({ topic: topicOf(roomId), payload: { messageSent: message } });
      return message;
    },
  },
  Subscription: {
    messageSent: { subscribe: (_root, { roomId }: InRoom, { pubsub }) => pubsub.subscribe(topicOf(roomId)) },
  },
};

const app = Fastify();
await app.register(mercurius, { schema, resolvers, jit: 1, subscription: { fullWsTransport: true } });
process.stdout.write(`Mercurius is ready at ${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);

function topicOf(roomId: string): string {
  return `MESSAGE_SENT_${roomId}`;
}
