import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingOrder } from './standing-order';

test('what was there stays in its order, what is gone is gone, and what is new comes last', () => {
  expect(standingOrder(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual(['a', 'c', 'd']);
});

test('it holds what the list holds, and moves nothing that stays', () => {
  const list = fc.uniqueArray(fc.nat({ max: 9 }).map(String));
  fc.assert(
    fc.property(list, list, (before, now) => {
      const after = standingOrder(before, now);
      expect(after.toSorted()).toEqual(now.toSorted());
      const stays = before.filter((id) => now.includes(id));
      expect(after.slice(0, stays.length)).toEqual(stays);
    }),
  );
});
