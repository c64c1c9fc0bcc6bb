import { expect, test } from 'vitest';
import { reactionText } from './reaction-text';

const thumbs = (count: number, mine = false) => ({ emoji: '👍', count, mine });

test('says who reacted, the viewer first', () => {
  expect(reactionText(thumbs(1, true), [])).toBe('👍 1: You');
  expect(reactionText(thumbs(3, true), ['Ben', 'Cleo'])).toBe('👍 3: You, Ben and Cleo');
});

test('counts those whose names are not known yet', () => {
  expect(reactionText(thumbs(1), [])).toBe('👍 1');
  expect(reactionText(thumbs(5), [])).toBe('👍 5');
  expect(reactionText(thumbs(3, true), ['Ben'])).toBe('👍 3: You, Ben and 1 other');
});

test('names some of very many', () => {
  const names = Array.from({ length: 20 }, (_, index) => `P${String(index)}`);
  expect(reactionText(thumbs(1200), names)).toMatch(/^👍 1,200: P0, .*P11 and 1,188 others$/);
});

test('names of more people than there are now are left out', () => {
  expect(reactionText(thumbs(1), ['Ben', 'Cleo'])).toBe('👍 1: Ben');
});
