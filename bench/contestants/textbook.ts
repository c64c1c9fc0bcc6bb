import { join } from 'node:path';
import { GraphqlClient } from '../clients/graphql-client.js';
import { addMessages } from '../history/textbook.js';
import { ServerProcess } from '../servers/server-process.js';
import type { Contestant, Plan, Venue } from './contestant.js';
import { newFolder } from './folder.js';
import { plainDialect } from './plain-dialect.js';
import { venue } from './venue.js';

const MAIN = new URL('../servers/textbook/main.js', import.meta.url);

const dialect = plainDialect({ firstPerson: 1 });

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
    connect: (person) => GraphqlClient.connect(server.url, { dialect, person }),
  });
}

function fileIn(folder: string): string {
  return join(folder, 'textbook.db');
}
