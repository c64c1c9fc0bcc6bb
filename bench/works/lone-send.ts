import { setTimeout } from 'node:timers/promises';
import { oneRoom } from '../contestants/contestant.js';
import { oursOverHttp } from '../contestants/ours.js';
import { Crowd } from '../measure/crowd.js';
import { inVenue } from './in-venue.js';
import { seatsOf } from './fan-out.js';
import type { Work } from './work.js';

const LISTENERS = 10;
/** Nobody else sends meanwhile, and nothing of one is left when the next one comes. */
const PAUSE_MILLISECONDS = 25;

export const loneSend: Work = {
  name: 'lone-send',
  contestants: [oursOverHttp],
  rows: [
    {
      title: 'server CPU, µs: a lone send over HTTP to a room of ten who listen, all in',
      measure: 'cpu',
      columns: { ours: oursOverHttp.name },
      wanted: { bound: 'at most', value: 900 },
    },
    { title: 'the same, one right after the other', measure: 'cpuWithoutPause', columns: { ours: oursOverHttp.name } },
  ],
  async run(contestant, { meter, amount }) {
    const messages = amount(200, 60);
    return inVenue(contestant, oneRoom(LISTENERS), async (venue) => {
      const sender = await venue.connect(0);
      const crowd = await Crowd.gather(venue, seatsOf(LISTENERS), () => sender);
      const send = async (pause: number) => {
        for (let message = 0; message < messages; message += 1) {
          await crowd.send(0);
          if (pause > 0) await setTimeout(pause);
        }
      };
      const costOf = async (pause: number) => {
        await send(pause);
        const { cpuMicroseconds } = await meter.measure(venue.server, () => send(pause));
        return cpuMicroseconds / messages;
      };
      return { cpuWithoutPause: await costOf(0), cpu: await costOf(PAUSE_MILLISECONDS) };
    });
  },
};
