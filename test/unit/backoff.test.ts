import { expect, test } from 'vitest';
import { backoff } from '#feed-core';

test('each wait is longer than the one before, until it is long enough', () => {
  const waits = [0, 1, 2, 3, 4, 5, 50, 2000].map((attempt) => backoff(attempt, () => 1));
  expect(waits).toEqual([2000, 4000, 8000, 10000, 10000, 10000, 10000, 10000]);
});

test('clients that lost the same server do not come back in the same moment', () => {
  expect(backoff(2, () => 0)).toBe(4000);
  expect(backoff(2, () => 0.5)).toBe(6000);
});
