import { ours } from '../contestants/ours.js';
import { House } from '../in-process/house.js';
import type { Work } from './work.js';

const SENDERS = 16;

/** What tens of thousands cost a send who follow all their rooms, and are not in the one that is spoken in. */
export const unconcerned: Work = {
  name: 'unconcerned',
  contestants: [ours],
  contestantsOfQuick: [],
  rows: [
    { title: 'in process, CPU of a send to 50 followers of all their rooms, µs', measure: 'alone' },
    { title: 'the same beside 50,000 followers who are not in the room, µs', measure: 'beside' },
  ],
  async run(_, { amount }) {
    const house = await House.open({ inside: 50, outside: amount(50_000, 5000), rooms: 5000 });
    const inside = await house.followFromInside();
    const sends = amount(4000, 400);
    const costOfSend = async (): Promise<number> => {
      const before = process.cpuUsage();
      const sender = async (): Promise<void> => {
        for (let sent = 0; sent < sends / SENDERS; sent += 1) await house.say(`Message ${String(sent)}`);
      };
      await Promise.all(Array.from({ length: SENDERS }, sender));
      await inside.heard(sends * 50);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / sends;
    };
    // What the first ones cost is code that is not compiled yet.
    await costOfSend();
    const alone = await costOfSend();
    await house.followFromOutside();
    await costOfSend();
    const beside = await costOfSend();
    await house.close();
    return { alone, beside };
  },
};
