import { join } from 'node:path';
import { RawClient } from '../clients/raw-client.js';
import { addMessages } from '../history/handwritten.js';
import { ServerProcess } from '../servers/server-process.js';
import type { Contestant, Plan, Venue } from './contestant.js';
import { newFolder } from './folder.js';
import { venue } from './venue.js';

const RAW = new URL('../servers/raw/main.js', import.meta.url);
const BATCHED = new URL('../servers/batched/main.js', import.meta.url);

export const raw = handwritten('raw', RAW, 'OFF');
export const rawSynced = handwritten('raw synced', RAW, 'FULL');
export const batched = handwritten('batched', BATCHED, 'OFF');
export const batchedSynced = handwritten('batched synced', BATCHED, 'FULL');

/** Whoever names a room is in it, so a plan needs no more than names. */
function handwritten(name: string, script: URL, synchronous: 'OFF' | 'FULL'): Contestant {
  const start = async ({ people, rooms }: Plan, folder: string): Promise<Venue> => {
    const environment = {
      FILE: fileIn(folder),
      SYNCHRONOUS: synchronous,
      PEOPLE: String(people),
      ROOMS: String(rooms.length),
    };
    const server = await ServerProcess.start({ script, environment });
    return venue({
      server,
      folder,
      rooms: rooms.map((_, room) => roomNamed(room)),
      connect: (person) => RawClient.connect(server.url, person),
    });
  };
  return {
    name,
    open: (plan) => start(plan, newFolder()),
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
