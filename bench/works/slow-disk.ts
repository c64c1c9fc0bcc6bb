import { setTimeout } from 'node:timers/promises';
import { HealthCaller } from '../clients/health.js';
import type { Plan, Venue } from '../contestants/contestant.js';
import { rawSynced } from '../contestants/handwritten.js';
import { inParallel } from '../contestants/in-parallel.js';
import { ours } from '../contestants/ours.js';
import { Crowd } from '../measure/crowd.js';
import { numberedBody } from '../measure/numbered.js';
import { percentile } from '../measure/statistics.js';
import { CAN_DELAY, DELAY_MILLISECONDS } from '../servers/disk.js';
import { inVenue } from './in-venue.js';
import { sendFromRoomsOfTwo } from './sends.js';
import type { Measures, Row, Work } from './work.js';

const SENDERS = 8;
/** The room after those of the senders, with somebody who reads and somebody who listens. */
const ROOM = SENDERS;
const [READER, LISTENER] = [SENDERS, SENDERS + 1];
const PLAN: Plan = {
  people: SENDERS + 2,
  rooms: [
    ...Array.from({ length: SENDERS }, (_, owner) => ({ owner, members: [] })),
    { owner: READER, members: [LISTENER] },
  ],
};
const PAGE = 50;
/** For all samples of one thing: where a sync holds up everybody, each takes a third of a second. */
const MAX_SECONDS = 15;
const DISK = `each sync ${String(DELAY_MILLISECONDS)} ms late`;
const COMPARED = { comparedWith: 'raw synced' } as const;

export const slowDisk: Work = {
  name: 'slow-disk',
  contestants: CAN_DELAY ? [rawSynced, ours] : [],
  contestantsOfQuick: CAN_DELAY ? [ours] : [],
  rows: [
    ...rowsOf('health', '`GET /healthz`'),
    ...rowsOf('read', 'a read of the latest 50'),
    ...rowsOf('delivery', "a send in another room until the other's receipt"),
  ],
  run: (contestant, { amount }) =>
    inVenue(contestant, PLAN, (venue) => disturb(venue, amount(300, 60)), { disk: 'slow' }),
};

export const slowDiskSends: Work = {
  name: 'slow-disk-sends',
  contestants: CAN_DELAY ? [rawSynced, ours] : [],
  rows: [
    {
      title: `sends acknowledged per second, 50 senders in 50 rooms of two, ${DISK}`,
      measure: 'rate',
      ...COMPARED,
      wanted: { bound: 'at least', value: 1500 },
    },
    { title: 'server CPU of that, µs per send', measure: 'cpu', ...COMPARED },
  ],
  run: (contestant, circumstances) => sendFromRoomsOfTwo(contestant, circumstances, { disk: 'slow' }),
};

function rowsOf(measure: string, what: string): Row[] {
  return [
    { title: `${what} while eight people send, ${DISK}, p50 ms`, measure: `${measure}.p50`, ...COMPARED },
    { title: 'the same, p99 ms', measure: `${measure}.p99`, ...COMPARED },
    {
      title: 'as a multiple of the same while nobody else sends, p50',
      measure: `${measure}.p50 ÷ quiet`,
      wanted: { bound: 'at most', value: 1.5 },
    },
    {
      title: 'as a multiple of the same while nobody else sends, p99',
      measure: `${measure}.p99 ÷ quiet`,
      wanted: { bound: 'at most', value: 3 },
    },
  ];
}

/** How long each thing takes when all is quiet, and again while others send as fast as they are acknowledged. */
async function disturb(venue: Venue, samples: number): Promise<Measures> {
  const health = new HealthCaller(venue.server.url);
  const reader = await venue.connect(READER);
  const crowd = await Crowd.gather(venue, [{ person: LISTENER, room: ROOM }], () => reader);
  await inParallel(PAGE, () => crowd.send(ROOM));
  const room = venue.rooms[ROOM] ?? '';
  const things: Readonly<Record<string, () => Promise<unknown>>> = {
    health: () => health.ask(),
    read: () => reader.latest(room),
    delivery: () => crowd.send(ROOM),
  };
  await timesOf(things, samples / 4);
  const quiet = await timesOf(things, samples);
  const stop = await startSending(venue);
  const busy = await timesOf(things, samples);
  await stop();
  health.close();
  return Object.fromEntries(
    Object.keys(things).flatMap((thing) =>
      [0.5, 0.99].flatMap((share) => {
        const [before, then] = [percentile(quiet[thing] ?? [], share), percentile(busy[thing] ?? [], share)];
        const name = `${thing}.p${String(share * 100)}`;
        return [
          [`${name} quiet`, before],
          [name, then],
          [`${name} ÷ quiet`, then / before],
        ];
      }),
    ),
  );
}

/** One thing at a time, and all of one before the next: what is sent here would disturb what is read here. */
async function timesOf(
  things: Readonly<Record<string, () => Promise<unknown>>>,
  samples: number,
): Promise<Readonly<Record<string, number[]>>> {
  const times: Record<string, number[]> = {};
  for (const [name, thing] of Object.entries(things)) {
    const its: number[] = [];
    const end = performance.now() + MAX_SECONDS * 1000;
    for (let sample = 0; sample < samples && performance.now() < end; sample += 1) {
      // Whoever asked right after an answer would keep step with the syncs.
      await setTimeout(Math.random() * DELAY_MILLISECONDS);
      const begun = performance.now();
      await thing();
      its.push(performance.now() - begun);
    }
    times[name] = its;
  }
  return times;
}

/** Resolves once everybody has been acknowledged once; what it gives makes them stop. */
async function startSending(venue: Venue): Promise<() => Promise<void>> {
  let isOver = false;
  const senders = await inParallel(SENDERS, (person) => venue.connect(person));
  const say = (person: number) => senders[person]?.send(venue.rooms[person] ?? '', numberedBody(person));
  await inParallel(SENDERS, async (person) => say(person));
  const sending = inParallel(SENDERS, async (person) => {
    while (!isOver) await say(person);
  });
  return async () => {
    isOver = true;
    await sending;
  };
}
