import { type Contestant, oneRoom, type Plan } from '../contestants/contestant.js';
import { raw } from '../contestants/handwritten.js';
import { ours } from '../contestants/ours.js';
import { textbook } from '../contestants/textbook.js';
import { inVenue } from './in-venue.js';
import type { Work } from './work.js';

const PEOPLE_OF_A_ROOM = 100;
const MEBIBYTE = 1024 * 1024;

/** As a system's own tools show it: nothing is collected before the look. */
export const resident: Work = {
  name: 'resident',
  contestants: [raw, textbook, ours],
  contestantsOfQuick: [raw, ours],
  rows: [
    { title: 'until a new server is ready, s', measure: 'ready' },
    { title: 'server CPU of that, s', measure: 'cpu' },
    {
      title: 'memory of an idle server, resident, MiB',
      measure: 'idle',
      wanted: { bound: 'at most', value: 120 },
    },
    {
      title: 'the same after 1,000 accounts and memberships were made, MiB',
      measure: 'grown',
      wanted: { bound: 'at most', value: 180 },
    },
  ],
  async run(contestant, { amount }) {
    const idle = await inVenue(contestant, oneRoom(1), async ({ server }) => {
      const { cpuMicroseconds, residentBytes } = await server.usage();
      return { ready: server.startMilliseconds / 1000, cpu: cpuMicroseconds / 1e6, idle: residentBytes / MEBIBYTE };
    });
    return { ...idle, grown: await grown(contestant, amount(1000, 200)) };
  },
};

function grown(contestant: Contestant, people: number): Promise<number> {
  return inVenue(contestant, roomsOf(people), async ({ server }) => (await server.usage()).residentBytes / MEBIBYTE);
}

function roomsOf(people: number): Plan {
  const rooms = Array.from({ length: people / PEOPLE_OF_A_ROOM }, (_, room) => {
    const owner = room * PEOPLE_OF_A_ROOM;
    return { owner, members: Array.from({ length: PEOPLE_OF_A_ROOM - 1 }, (_, member) => owner + 1 + member) };
  });
  return { people, rooms };
}
