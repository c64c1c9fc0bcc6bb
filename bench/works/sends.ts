import type { Contestant, OpenOptions, Plan } from '../contestants/contestant.js';
import { batched, batchedSynced, raw, rawSynced } from '../contestants/handwritten.js';
import { inParallel } from '../contestants/in-parallel.js';
import { mercurius, socketIo } from '../contestants/of-others.js';
import { ours, oursOverHttp } from '../contestants/ours.js';
import { textbook } from '../contestants/textbook.js';
import { Crowd, type Seat } from '../measure/crowd.js';
import { soon } from '../measure/soon.js';
import { inVenue } from './in-venue.js';
import { besideRaw, type Circumstances, type Measures, type Work } from './work.js';

const SENDERS = 50;
/** Each has a room of their own, which somebody else reads. */
const ROOMS_OF_TWO: Plan = {
  people: SENDERS,
  rooms: Array.from({ length: SENDERS }, (_, owner) => ({ owner, members: [(owner + 1) % SENDERS] })),
};
const OVER_HTTP = { ...besideRaw(oursOverHttp), 'batched synced': null };

export const sends: Work = {
  name: 'sends',
  contestants: [raw, rawSynced, batched, batchedSynced, socketIo, mercurius, textbook, ours, oursOverHttp],
  contestantsOfQuick: [raw, rawSynced, batched, batchedSynced, ours, oursOverHttp],
  rows: [
    {
      title: 'sends acknowledged per second, 50 senders in 50 rooms of two, over the socket',
      measure: 'rate',
      comparedWith: 'raw synced',
      wanted: { bound: 'at least', value: 1, timesRaw: true },
    },
    { title: 'the same, ours over HTTP', measure: 'rate', comparedWith: 'raw synced', columns: OVER_HTTP },
    {
      title: 'server CPU of that over the socket, µs per send',
      measure: 'cpu',
      comparedWith: 'raw synced',
      wanted: { bound: 'at most', value: 150 },
    },
    { title: 'the same, ours over HTTP', measure: 'cpu', comparedWith: 'raw synced', columns: OVER_HTTP },
  ],
  run: (contestant, circumstances) => sendFromRoomsOfTwo(contestant, circumstances),
};

/** Whoever has an acknowledgement sends the next one; both people of each room listen. */
export async function sendFromRoomsOfTwo(
  contestant: Contestant,
  { meter, amount }: Circumstances,
  options?: OpenOptions,
): Promise<Measures> {
  const work = async (crowd: Crowd, milliseconds: number): Promise<number> => {
    const end = performance.now() + milliseconds;
    const deliveries: Promise<void>[] = [];
    await inParallel(
      SENDERS,
      async (room) => {
        while (performance.now() < end) {
          const { acknowledged, delivered } = crowd.say(room);
          deliveries.push(delivered);
          await acknowledged;
        }
      },
      { atOnce: SENDERS },
    );
    await soon(Promise.all(deliveries), 'what was acknowledged is with everybody', { seconds: 60 });
    return deliveries.length;
  };
  const run = async (venue: Awaited<ReturnType<Contestant['open']>>): Promise<Measures> => {
    const senders = await inParallel(SENDERS, (person) => venue.connect(person));
    const crowd = await Crowd.gather(venue, SEATS, (room) => {
      const sender = senders[room];
      if (!sender) throw new Error('A room without a sender.');
      return sender;
    });
    await work(crowd, amount(4000, 500));
    crowd.openAccount();
    let sent = 0;
    const { cpuMicroseconds, milliseconds } = await meter.measure(venue.server, async () => {
      sent = await work(crowd, amount(4000, 1000));
    });
    return { rate: sent / (milliseconds / 1000), cpu: cpuMicroseconds / sent };
  };
  return inVenue(contestant, ROOMS_OF_TWO, run, options);
}

const SEATS = ROOMS_OF_TWO.rooms.flatMap(({ owner, members }, room): Seat[] =>
  [owner, ...members].map((person) => ({ person, room })),
);
