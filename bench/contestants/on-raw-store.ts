import { join } from 'node:path';
import type { Client } from '../clients/client.js';
import { addMessages } from '../history/handwritten.js';
import { ServerProcess } from '../servers/server-process.js';
import type { Contestant, OpenOptions, Plan, Venue } from './contestant.js';
import { newFolder } from './folder.js';
import { venue } from './venue.js';

interface Program {
  readonly name: string;
  readonly script: URL;
  readonly synchronous: 'OFF' | 'FULL';
  readonly isRunOnce?: true;
  readonly connect: (url: string, person: number) => Promise<Client>;
}

/** A server that keeps its messages in raw's store. Whoever names a room is in it, so a plan needs no more than names. */
export function onRawStore({ name, script, synchronous, isRunOnce, connect }: Program): Contestant {
  const start = async ({ people, rooms }: Plan, folder: string, { disk }: OpenOptions = {}): Promise<Venue> => {
    const environment = {
      FILE: fileIn(folder),
      SYNCHRONOUS: synchronous,
      PEOPLE: String(people),
      ROOMS: String(rooms.length),
    };
    const server = await ServerProcess.start({ script, environment, disk });
    return venue({
      server,
      folder,
      rooms: rooms.map((_, room) => roomNamed(room)),
      connect: (person) => connect(server.url, person),
    });
  };
  return {
    name,
    ...(isRunOnce && { isRunOnce }),
    open: (plan, options) => start(plan, newFolder(), options),
    async openWithHistory(plan, messages) {
      const folder = newFolder();
      const { server } = await start(plan, folder);
      await server.kill();
      addMessages(fileIn(folder), { room: roomNamed(0), people: plan.people, count: messages });
      return { ...(await start(plan, folder)), middle: String(Math.floor(messages / 2)) };
    },
  };
}

function fileIn(folder: string): string {
  return join(folder, 'messages.db');
}

function roomNamed(room: number): string {
  return `room-${String(room)}`;
}
