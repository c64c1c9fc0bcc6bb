import { raw } from '../contestants/handwritten.js';
import { inParallel } from '../contestants/in-parallel.js';
import { ours } from '../contestants/ours.js';
import { Crowd } from '../measure/crowd.js';
import { soon } from '../measure/soon.js';
import { ROOM_OF_FIFTY, seatsOf } from './fan-out.js';
import { inVenue } from './in-venue.js';
import type { Work } from './work.js';

export const storm: Work = {
  name: 'storm',
  // The hand-written one reads the history after its last message, and promises nothing about what comes between.
  contestants: [raw, ours],
  rows: [
    {
      title: '1,000 sockets cut at once, 300 messages missed: until all are back and have all of them once, s',
      measure: 'seconds',
    },
    { title: 'server CPU of that, µs per missed message and subscriber', measure: 'cpu' },
    { title: 'how often the server closed a socket meanwhile', measure: 'sentAway' },
  ],
  async run(contestant, { meter, amount }) {
    const subscribers = amount(1000, 100);
    const missed = amount(300, 60);
    return inVenue(contestant, ROOM_OF_FIFTY, async (venue) => {
      const sender = await venue.connect(0);
      const crowd = await Crowd.gather(venue, seatsOf(subscribers), () => sender);
      await inParallel(20, () => crowd.send(0), { atOnce: 1 });
      crowd.openAccount();
      crowd.cutAll();
      const deliveries = await inParallel(missed, async () => {
        const { acknowledged, delivered } = crowd.say(0);
        await acknowledged;
        return { delivered };
      });
      let tries: number[] = [];
      const { cpuMicroseconds, milliseconds } = await meter.measure(venue.server, async () => {
        tries = await crowd.everySeat((subscriber) => crowd.resume(subscriber));
        await soon(Promise.all(deliveries.map(({ delivered }) => delivered)), 'all that was missed has come', {
          seconds: 600,
        });
      });
      // Whoever is back is live again, and has nothing twice.
      await crowd.send(0);
      return {
        seconds: milliseconds / 1000,
        cpu: cpuMicroseconds / (subscribers * missed),
        sentAway: tries.reduce((sum, times) => sum + times - 1, 0),
      };
    });
  },
};
