import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FeedLoop, type Followed } from '#feed-core';

type End = Followed<number>['end'];

/** What one subscription comes to: so many items, and then an end; `isCaughtUp` where it had all that there was. */
const subscription = fc.record({
  items: fc.nat({ max: 5 }),
  end: fc.constantFrom<End>('again', 'resume', 'new-token', 'signed-out', 'read-anew'),
  isCaughtUp: fc.boolean(),
});

test('however it breaks, it goes on from the newest cursor, waits before each attempt, and begins counting anew where it had caught up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(subscription, { minLength: 1, maxLength: 12 }), async (subscriptions) => {
      const begun: number[] = [];
      const attempts: number[] = [];
      const left = [...subscriptions];
      const expected = { begun: [0], attempts: [] as number[] };
      let [place, attempt] = [0, 0];
      for (const { items, end, isCaughtUp } of subscriptions) {
        if (isCaughtUp) attempt = 0;
        place += items;
        if (end !== 'again') expected.attempts.push(attempt++);
        // Where it is read anew, all of it is known up to there.
        if (end === 'read-anew') place += 1_000;
        expected.begun.push(place);
      }
      const loop = new FeedLoop<number>({
        down: () => undefined,
        follow: (cursor) => {
          begun.push(cursor);
          const next = left.shift();
          if (!next) loop.stop();
          if (next?.isCaughtUp) loop.recovered();
          return Promise.resolve({ end: next?.end ?? 'resume', reached: cursor + (next?.items ?? 0) });
        },
        pause: (attempt) => {
          attempts.push(attempt);
          return Promise.resolve();
        },
        readAnew: (cursor) => Promise.resolve(cursor + 1_000),
        renewToken: () => Promise.resolve(),
      });
      await loop.follow(0);
      expect({ begun, attempts }).toEqual(expected);
    }),
  );
});

test('a token is renewed where the last one does not count any more, and only there', async () => {
  const ends: End[] = ['resume', 'new-token', 'signed-out', 'read-anew'];
  const told: string[] = [];
  const loop = new FeedLoop<null>({
    down: () => undefined,
    follow: () => {
      const end = ends.shift();
      if (end === undefined) loop.stop();
      told.push(end ?? 'stopped');
      return Promise.resolve({ end: end ?? 'resume', reached: null });
    },
    pause: () => Promise.resolve(),
    readAnew: () => {
      told.push('read');
      return Promise.resolve(null);
    },
    renewToken: () => {
      told.push('renewed');
      return Promise.resolve();
    },
  });
  await loop.follow(null);
  expect(told).toEqual(['resume', 'new-token', 'renewed', 'signed-out', 'renewed', 'read-anew', 'read', 'stopped']);
});

test('a feed that is begun anew ends the one before, which asks for nothing more', async () => {
  const begun: string[] = [];
  const first = Promise.withResolvers<Followed<string>>();
  const loop = new FeedLoop<string>({
    down: () => undefined,
    follow: (cursor) => {
      begun.push(cursor);
      if (cursor === 'first') return first.promise;
      loop.stop();
      return Promise.resolve({ end: 'resume', reached: cursor });
    },
    pause: () => Promise.resolve(),
    readAnew: (cursor) => Promise.resolve(cursor),
    renewToken: () => Promise.resolve(),
  });
  const before = loop.follow('first');
  await loop.follow('second');
  first.resolve({ end: 'resume', reached: 'late' });
  await before;
  expect(begun).toEqual(['first', 'second']);
});
