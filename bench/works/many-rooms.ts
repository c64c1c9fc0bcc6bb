import type { Contestant, Plan } from '../contestants/contestant.js';
import { batched, raw } from '../contestants/handwritten.js';
import { inParallel } from '../contestants/in-parallel.js';
import { mercurius, socketIo } from '../contestants/of-others.js';
import { ours } from '../contestants/ours.js';
import { textbook } from '../contestants/textbook.js';
import { Crowd, type Seat } from '../measure/crowd.js';
import { percentile } from '../measure/statistics.js';
import { inVenue } from './in-venue.js';
import type { Circumstances, Measures, Work } from './work.js';

const SENDERS = 20;
const READERS_OF_A_ROOM = 10;

export const manyRoomsOfOne: Work = {
  name: 'many-rooms-1',
  // The textbook takes minutes, and says nothing that it does not say with 16 in flight.
  contestants: [raw, batched, socketIo, mercurius, ours],
  contestantsOfQuick: [raw, ours],
  rows: [
    {
      title: 'server CPU, µs per delivery: 200 rooms of 10, 20 senders, one in flight each',
      measure: 'cpu',
      wanted: { bound: 'at most', value: 1.8, timesRaw: true },
    },
    { title: 'p99 from send to each receipt, the same, ms', measure: 'p99' },
  ],
  run: (contestant, circumstances) =>
    manyRooms(contestant, circumstances, { messages: circumstances.amount(8000, 1280), inFlight: 1 }),
};

export const manyRoomsOfSixteen: Work = {
  name: 'many-rooms-16',
  contestants: [raw, batched, socketIo, mercurius, textbook, ours],
  contestantsOfQuick: [raw, batched, ours],
  rows: [
    {
      title: 'server CPU, µs per delivery: 200 rooms of 10, 20 senders, 16 in flight each',
      measure: 'cpu',
      wanted: { bound: 'at most', value: 1.2, timesRaw: true },
    },
    { title: 'p99 from send to each receipt, the same, ms', measure: 'p99' },
  ],
  run: (contestant, circumstances) =>
    manyRooms(contestant, circumstances, {
      // The textbook takes a minute for what the others do in two seconds.
      messages: contestant === textbook ? 1600 : circumstances.amount(8000, 1280),
      inFlight: 16,
    }),
};

/** Each sender speaks in any of their rooms; the next message goes out when everybody has one of those in flight. */
async function manyRooms(
  contestant: Contestant,
  { meter, amount }: Circumstances,
  { messages, inFlight }: { messages: number; inFlight: number },
): Promise<Measures> {
  const roomsOfSender = amount(10, 2);
  const plan = planOf(SENDERS * roomsOfSender);
  const voices = SENDERS * inFlight;
  return inVenue(contestant, plan, async (venue) => {
    const senders = await inParallel(SENDERS, (person) => venue.connect(person));
    const seats = plan.rooms.flatMap(({ members }, room): Seat[] => members.map((person) => ({ person, room })));
    const crowd = await Crowd.gather(venue, seats, (room) => {
      const sender = senders[room % SENDERS];
      if (!sender) throw new Error('A room without a sender.');
      return sender;
    });
    const speak = (count: number) =>
      inParallel(
        voices,
        async (voice) => {
          for (let said = 0; said < count / voices; said += 1) {
            const room = Math.floor(Math.random() * roomsOfSender) * SENDERS + (voice % SENDERS);
            await crowd.send(room);
          }
        },
        { atOnce: voices },
      );
    await speak(messages / 4);
    crowd.openAccount();
    const { cpuMicroseconds } = await meter.measure(venue.server, () => speak(messages));
    const { latencies } = crowd.deliveries;
    const figures = { cpu: cpuMicroseconds / latencies.length, p99: percentile(latencies, 0.99) };
    // A second copy of any message before would come before these.
    await inParallel(plan.rooms.length, (room) => crowd.send(room));
    return figures;
  });
}

/** Each room has a sender, who owns it, and ten others who read it. */
function planOf(rooms: number): Plan {
  return {
    people: SENDERS,
    rooms: Array.from({ length: rooms }, (_, room) => ({
      owner: room % SENDERS,
      members: Array.from({ length: READERS_OF_A_ROOM }, (_, reader) => (room + 1 + reader) % SENDERS),
    })),
  };
}
