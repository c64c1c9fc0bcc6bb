import { ours } from '../contestants/ours.js';
import { House } from '../in-process/house.js';
import type { Work } from './work.js';

const SENDERS = 16;
const NAME = 'bot';

/** How fast a consumer catches up that was away for long, with an acknowledgement after every fifty events. */
export const consumer: Work = {
  name: 'consumer',
  contestants: [ours],
  contestantsOfQuick: [],
  rows: [
    {
      title: 'in process, a consumer behind by 100,000: events that are handled and acknowledged in a second',
      measure: 'handled',
    },
    {
      title: 'the same with a filter that none of them passes: events that are gone past in a second',
      measure: 'passed',
    },
    { title: 'asked how far it is behind, ms', measure: 'lag' },
  ],
  async run(_, { amount }) {
    const house = await House.open({ inside: 2, outside: 0, rooms: 1 });
    await house.consume(NAME);
    const events = amount(100_000, 10_000);
    const sender = async (): Promise<void> => {
      for (let sent = 0; sent < events / SENDERS; sent += 1) await house.say(`Message ${String(sent)}`);
    };
    await Promise.all(Array.from({ length: SENDERS }, sender));
    const lag = await took(() => house.lag(NAME));
    const passing = await took(() => house.consume(NAME, { filter: { types: ['MessagePinned'] } }));
    const handling = await took(() => house.consume(NAME, { acknowledgesEvery: 50 }));
    await house.close();
    return { handled: (events / handling) * 1000, passed: (events / passing) * 1000, lag };
  },
};

/** In milliseconds. */
async function took(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
