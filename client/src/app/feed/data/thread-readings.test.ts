import { expect, test } from 'vitest';
import { missingFragments } from '../../core/graphql/test/missing-fragments';
import { readingsOf } from './thread-readings';

test.each([1, 20])('a request about %i threads holds all the fragments that it names', (count) => {
  const ids = Array.from({ length: count }, (_, index) => `thread-${String(index)}`);
  expect(missingFragments(readingsOf(ids).document)).toEqual([]);
});
