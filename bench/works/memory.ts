import { batched, raw } from '../contestants/handwritten.js';
import { ours } from '../contestants/ours.js';
import { textbook } from '../contestants/textbook.js';
import { Crowd } from '../measure/crowd.js';
import { ROOM_OF_FIFTY, seatsOf } from './fan-out.js';
import { inVenue } from './in-venue.js';
import type { Work } from './work.js';

export const memory: Work = {
  name: 'memory',
  contestants: [raw, batched, textbook, ours],
  contestantsOfQuick: [raw, ours],
  rows: [
    {
      title: 'memory per subscribed connection (2,000), resident, KiB',
      measure: 'resident',
      wanted: { bound: 'at most', value: 25 },
    },
    { title: 'the same, heap and buffers alone, KiB', measure: 'heap' },
  ],
  async run(contestant, { amount }) {
    const connections = amount(2000, 500);
    return inVenue(contestant, ROOM_OF_FIFTY, async (venue) => {
      const sender = await venue.connect(0);
      // What the first ones cost is code and caches, and paid once.
      const first = await Crowd.gather(venue, seatsOf(connections / 10), () => sender);
      first.cutAll();
      const before = await venue.server.memory();
      const crowd = await Crowd.gather(venue, seatsOf(connections), () => sender);
      await crowd.send(0);
      const after = await venue.server.memory();
      return {
        resident: (after.rss - before.rss) / connections / 1024,
        heap: (after.heap - before.heap) / connections / 1024,
      };
    });
  },
};
