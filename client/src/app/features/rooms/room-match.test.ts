import { expect, test } from 'vitest';
import { startsAnyWord } from './room-match';

test('a room is found by the start of any word of its name', () => {
  expect(startsAnyWord('ga', 'The Garden')).toBe(true);
  expect(startsAnyWord('gard the', 'The Garden')).toBe(true);
  expect(startsAnyWord('THE', 'the-garden')).toBe(true);
});

test('a room is not found by the middle of a word, or by one word of two', () => {
  expect(startsAnyWord('arden', 'The Garden')).toBe(false);
  expect(startsAnyWord('garden party', 'The Garden')).toBe(false);
});
