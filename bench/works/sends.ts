import { batched, batchedSynced, raw, rawSynced } from '../contestants/handwritten.js';
import { inParallel } from '../contestants/in-parallel.js';
import { ours, oursOverHttp } from '../contestants/ours.js';
import { textbook } from '../contestants/textbook.js';
import { numberedBody } from '../measure/numbered.js';
import { ROOM_OF_FIFTY } from './fan-out.js';
import { inVenue } from './in-venue.js';
import type { Work } from './work.js';

const SENDERS = 50;
const SYNCED = { raw: rawSynced.name, batched: batchedSynced.name, textbook: null };

export const sends: Work = {
  name: 'sends',
  contestants: [raw, rawSynced, batched, batchedSynced, textbook, ours, oursOverHttp],
  rows: [
    {
      title: 'sends acknowledged per second, 50 senders, none synced to disk',
      measure: 'rate',
      columns: { ours: null },
    },
    {
      title: 'the same, each synced before its answer, ours over HTTP',
      measure: 'rate',
      columns: { ...SYNCED, ours: oursOverHttp.name },
      wanted: { bound: 'at least', value: 0.6, timesRaw: true },
    },
    {
      title: 'the same, each synced before its answer, ours over the socket',
      measure: 'rate',
      columns: SYNCED,
      wanted: { bound: 'at least', value: 0.9, timesRaw: true },
    },
    {
      title: 'server CPU, µs per synced send, ours over HTTP',
      measure: 'cpu',
      columns: { ...SYNCED, ours: oursOverHttp.name },
    },
    { title: 'server CPU, µs per synced send, ours over the socket', measure: 'cpu', columns: SYNCED },
  ],
  async run(contestant, { meter, amount }) {
    return inVenue(contestant, ROOM_OF_FIFTY, async (venue) => {
      const [room = ''] = venue.rooms;
      const senders = await inParallel(SENDERS, (person) => venue.connect(person));
      let acknowledged = 0;
      const sendFor = (milliseconds: number) => {
        const end = performance.now() + milliseconds;
        return Promise.all(
          senders.map(async (sender) => {
            while (performance.now() < end) {
              await sender.send(room, numberedBody(acknowledged));
              acknowledged += 1;
            }
          }),
        );
      };
      await sendFor(amount(4000, 500));
      acknowledged = 0;
      const { cpuMicroseconds, milliseconds } = await meter.measure(venue.server, () => sendFor(amount(4000, 1000)));
      return { rate: acknowledged / (milliseconds / 1000), cpu: cpuMicroseconds / acknowledged };
    });
  },
};
