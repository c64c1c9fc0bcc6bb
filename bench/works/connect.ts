import { messagesIn } from '../clients/client.js';
import { oneRoom } from '../contestants/contestant.js';
import { raw } from '../contestants/handwritten.js';
import { mercurius } from '../contestants/of-others.js';
import { ours } from '../contestants/ours.js';
import { textbook } from '../contestants/textbook.js';
import { Crowd } from '../measure/crowd.js';
import { inVenue } from './in-venue.js';
import type { Work } from './work.js';

const PAGE = 50;

export const connect: Work = {
  name: 'connect',
  contestants: [raw, mercurius, textbook, ours],
  contestantsOfQuick: [raw, ours],
  rows: [
    {
      title: '1,000 clients connect, subscribe and read 50 messages, sign-in by token included, s',
      measure: 'seconds',
      wanted: { bound: 'at most', value: 2.5, timesRaw: true },
    },
    { title: 'server CPU of that, ms per client', measure: 'cpu' },
  ],
  async run(contestant, { meter, amount }) {
    const clients = amount(1000, 200);
    return inVenue(contestant, oneRoom(clients), async (venue) => {
      const [room = ''] = venue.rooms;
      const sender = await venue.connect(0);
      for (let message = 0; message < PAGE; message += 1) await sender.send(room, 'Something to read.');
      const arriveWith = async (count: number) => {
        const seats = Array.from({ length: count }, (_, person) => ({ person, room: 0 }));
        const crowd = new Crowd(venue, seats, () => sender);
        const begun = performance.now();
        const reading = await meter.measure(venue.server, () =>
          crowd.everySeat(async (subscriber) => {
            const client = await crowd.subscribe(subscriber);
            const found = messagesIn(await client.latest(room));
            if (found !== PAGE) throw new Error(`A page of ${String(found)} messages came.`);
          }),
        );
        const seconds = (performance.now() - begun) / 1000;
        // Whoever has no subscription after all ends the bench here.
        await crowd.rouse();
        crowd.cutAll();
        return { seconds, cpu: reading.cpuMicroseconds / 1000 / count };
      };
      await arriveWith(Math.floor(clients / 5));
      return arriveWith(clients);
    });
  },
};
