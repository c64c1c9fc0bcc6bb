import { ours } from '../contestants/ours.js';
import { House } from '../in-process/house.js';
import type { Work } from './work.js';

/** What it costs that many messages grow at once before everybody's eyes, beside as many people who type. */
export const streams: Work = {
  name: 'streams',
  contestants: [ours],
  contestantsOfQuick: [],
  rows: [
    { title: 'in process, 50 streams in a room of 1,000: CPU of a second, ms', measure: 'streams' },
    { title: 'the same while 50 people type there instead', measure: 'typing' },
  ],
  async run(_, { amount }) {
    const house = await House.open({ inside: 1000, outside: 0, rooms: 1 });
    const seconds = amount(12, 6);
    const typing = await house.cpuOfTyping(50, seconds);
    const growing = await house.cpuOfStreams(50, seconds);
    await house.close();
    return { streams: growing, typing };
  },
};
