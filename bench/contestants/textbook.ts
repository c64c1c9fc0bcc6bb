import { join } from 'node:path';
import { type Dialect, GraphqlClient } from '../clients/graphql-client.js';
import { ServerProcess } from '../servers/server-process.js';
import type { Contestant } from './contestant.js';
import { newFolder } from './folder.js';
import { venue } from './venue.js';

const MAIN = new URL('../servers/textbook/main.js', import.meta.url);

const MESSAGE = 'id number body createdAt author { id displayName }';

const dialect: Dialect = {
  confirms: false,
  subscription: (roomId) => ({
    query: `subscription ($roomId: ID!) { messageSent(roomId: $roomId) { ${MESSAGE} } }`,
    variables: { roomId },
  }),
  send: (roomId, body, person) => ({
    query: `mutation ($roomId: ID!, $authorId: ID!, $body: String!) {
      sendMessage(roomId: $roomId, authorId: $authorId, body: $body) { id number }
    }`,
    variables: { roomId, authorId: String(person + 1), body },
  }),
  latest: (roomId) => ({
    query: `query ($roomId: ID!) { messages(roomId: $roomId) { ${MESSAGE} } }`,
    variables: { roomId },
  }),
  before: (roomId, place) => ({
    query: `query ($roomId: ID!, $before: Int!) { messages(roomId: $roomId, before: $before) { ${MESSAGE} } }`,
    variables: { roomId, before: Number(place) },
  }),
};

/** It makes its people and rooms itself, counts them from 1, and knows no sign-in. */
export const textbook: Contestant = {
  name: 'textbook',
  async open({ people, rooms }) {
    const folder = newFolder();
    const server = await ServerProcess.start({
      script: MAIN,
      environment: {
        FILE: join(folder, 'textbook.db'),
        SYNCHRONOUS: 'OFF',
        // Node finds that a topic with more than ten listeners is suspicious.
        NODE_NO_WARNINGS: '1',
        PEOPLE: String(people),
        ROOMS: String(rooms.length),
      },
    });
    return venue({
      server,
      folder,
      rooms: rooms.map((_, room) => String(room + 1)),
      connect: (person) => GraphqlClient.connect(server.url, { dialect, person, token: undefined }),
    });
  },
};
