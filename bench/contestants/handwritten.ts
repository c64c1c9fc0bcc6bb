import { join } from 'node:path';
import { RawClient } from '../clients/raw-client.js';
import { ServerProcess } from '../servers/server-process.js';
import type { Contestant } from './contestant.js';
import { newFolder } from './folder.js';
import { venue } from './venue.js';

const RAW = new URL('../servers/raw/main.js', import.meta.url);
const BATCHED = new URL('../servers/batched/main.js', import.meta.url);

export const raw = handwritten('raw', RAW, 'OFF');
export const rawSynced = handwritten('raw, synced', RAW, 'FULL');
export const batched = handwritten('batched', BATCHED, 'OFF');
export const batchedSynced = handwritten('batched, synced', BATCHED, 'FULL');

/** Whoever names a room is in it, so a plan needs no more than names. */
function handwritten(name: string, script: URL, synchronous: 'OFF' | 'FULL'): Contestant {
  return {
    name,
    async open({ people, rooms }) {
      const folder = newFolder();
      const environment = {
        FILE: join(folder, 'raw.db'),
        SYNCHRONOUS: synchronous,
        PEOPLE: String(people),
        ROOMS: String(rooms.length),
      };
      const server = await ServerProcess.start({ script, environment });
      return venue({
        server,
        folder,
        rooms: rooms.map((_, room) => `room-${String(room)}`),
        connect: (person) => RawClient.connect(server.url, person),
      });
    },
  };
}
