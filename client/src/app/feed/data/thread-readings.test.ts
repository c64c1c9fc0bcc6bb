import { expect, test } from 'vitest';
import { askedFields } from '../../core/graphql/test/asked-fields';
import { missingFragments } from '../../core/graphql/test/missing-fragments';
import { MAX_TOGETHER, readingsOf } from './thread-readings';

test.each([1, MAX_TOGETHER])('a request about %i threads holds all the fragments that it names', (count) => {
  const ids = Array.from({ length: count }, (_, index) => `thread-${String(index)}`);
  const { document } = readingsOf(ids);
  expect(missingFragments(document)).toEqual([]);
  expect(askedFields(document)).toBeLessThan(600);
});
