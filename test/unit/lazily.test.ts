import { expect, it } from 'vitest';
import { lazily } from '#server/runtime/index.js';

it('loads once for all who ask at once, and for those who ask later', async () => {
  let loads = 0;
  const thing = lazily(() => Promise.resolve({ number: (loads += 1) }));
  expect(loads).toBe(0);
  const [first, second] = await Promise.all([thing(), thing()]);
  expect(second).toBe(first);
  expect(await thing()).toBe(first);
  expect(loads).toBe(1);
});

it('tells all who waited that it failed, and tries again for whoever asks next', async () => {
  let loads = 0;
  const thing = lazily(() => {
    loads += 1;
    return loads === 1 ? Promise.reject(new Error('The disk is away.')) : Promise.resolve('here');
  });
  const answers = await Promise.allSettled([thing(), thing()]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(loads).toBe(1);
  expect(await thing()).toBe('here');
});
