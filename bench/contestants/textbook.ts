import { join } from 'node:path';
import { type Dialect, GraphqlClient } from '../clients/graphql-client.js';
import { addMessages } from '../history/textbook.js';
import { ServerProcess } from '../servers/server-process.js';
import type { Contestant, Plan, Venue } from './contestant.js';
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
  isRunOnce: true,
  open: (plan) => start(plan, newFolder()),
  async openWithHistory(plan, messages) {
    const folder = newFolder();
    const { server } = await start(plan, folder);
    await server.kill();
    addMessages(fileIn(folder), { room: '1', people: plan.people, count: messages });
    return { ...(await start(plan, folder)), middle: String(Math.floor(messages / 2)) };
  },
};

async function start({ people, rooms }: Plan, folder: string): Promise<Venue> {
  const server = await ServerProcess.start({
    script: MAIN,
    environment: {
      FILE: fileIn(folder),
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
}

function fileIn(folder: string): string {
  return join(folder, 'textbook.db');
}
