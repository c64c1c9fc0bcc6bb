import { type Contestant, oneRoom, type Plan } from '../contestants/contestant.js';
import { batched, raw } from '../contestants/handwritten.js';
import { inParallel } from '../contestants/in-parallel.js';
import { mercurius, socketIo } from '../contestants/of-others.js';
import { ours, oursForGraphqlWs, oursWithEqualIds } from '../contestants/ours.js';
import { textbook } from '../contestants/textbook.js';
import { Crowd, type Seat } from '../measure/crowd.js';
import { percentile } from '../measure/statistics.js';
import { inVenue } from './in-venue.js';
import { besideRaw, type Circumstances, type Measures, type Work } from './work.js';

const PEOPLE = 50;
/** Each with as many sockets as the load needs. */
export const ROOM_OF_FIFTY: Plan = oneRoom(PEOPLE);
const CONTESTANTS = [raw, batched, socketIo, mercurius, textbook, ours, oursForGraphqlWs, oursWithEqualIds];

export const fanOutOfOne: Work = {
  name: 'fan-out-1',
  contestants: CONTESTANTS,
  contestantsOfQuick: [raw, batched, socketIo, mercurius, ours, oursForGraphqlWs],
  rows: [
    {
      title: 'server CPU, µs per delivery: one room, 1,000 subscribers, one message in flight',
      measure: 'cpu',
      wanted: { bound: 'at most', value: 1.2, timesRaw: true },
    },
    {
      title: "the same, ours to graphql-ws's own clients",
      measure: 'cpu',
      columns: besideRaw(oursForGraphqlWs),
      wanted: { bound: 'at most', value: 1.2, timesRaw: true },
    },
    { title: 'the same, ours with equal ids', measure: 'cpu', columns: besideRaw(oursWithEqualIds) },
    { title: 'p50 from send to each receipt, 1,000 subscribers, one in flight, ms', measure: 'p50' },
    {
      title: 'p99 from send to each receipt, 1,000 subscribers, one in flight, ms',
      measure: 'p99',
      wanted: { bound: 'at most', value: 2, timesRaw: true },
    },
  ],
  run: (contestant, circumstances) =>
    fanOut(contestant, circumstances, {
      subscribers: circumstances.amount(1000, 250),
      messages: circumstances.amount(200, 40),
      inFlight: 1,
    }),
};

export const fanOutOfSixteen: Work = {
  name: 'fan-out-16',
  contestants: CONTESTANTS,
  contestantsOfQuick: [raw, batched, ours, oursForGraphqlWs],
  rows: [
    {
      title: 'server CPU, µs per delivery: one room, 1,000 subscribers, 16 in flight',
      measure: 'cpu',
      wanted: { bound: 'at most', value: 0.35, timesRaw: true },
    },
    {
      title: "the same, ours to graphql-ws's own clients",
      measure: 'cpu',
      columns: besideRaw(oursForGraphqlWs),
      wanted: { bound: 'at most', value: 0.35, timesRaw: true },
    },
    { title: 'the same, ours with equal ids', measure: 'cpu', columns: besideRaw(oursWithEqualIds) },
  ],
  run: (contestant, circumstances) =>
    fanOut(contestant, circumstances, {
      subscribers: circumstances.amount(1000, 250),
      messages: circumstances.amount(480, 96),
      inFlight: 16,
    }),
};

export interface Load {
  readonly subscribers: number;
  readonly messages: number;
  readonly inFlight: number;
}

/** One room, one sender; the next message goes out when everybody has one of those in flight. */
export async function fanOut(
  contestant: Contestant,
  { meter }: Circumstances,
  { subscribers, messages, inFlight }: Load,
): Promise<Measures> {
  return inVenue(contestant, ROOM_OF_FIFTY, async (venue) => {
    const sender = await venue.connect(0);
    const crowd = await Crowd.gather(venue, seatsOf(subscribers), () => sender);
    const send = (count: number) => inParallel(count, () => crowd.send(0), { atOnce: inFlight });
    await send(Math.max(inFlight, messages / 2));
    crowd.openAccount();
    const { cpuMicroseconds } = await meter.measure(venue.server, () => send(messages));
    const { latencies } = crowd.deliveries;
    const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
    // A second copy of any message before would come before this one.
    await send(1);
    return { cpu: cpuMicroseconds / (messages * subscribers), p50, p99 };
  });
}

/** In the one room, its people taking turns. */
export function seatsOf(subscribers: number): Seat[] {
  return Array.from({ length: subscribers }, (_, subscriber) => ({ person: subscriber % PEOPLE, room: 0 }));
}
