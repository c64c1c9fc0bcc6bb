import { expect, test } from 'vitest';
import { mostUsed, withUse } from './frequent-emoji';

test('before anything was used, six that are usual are at hand', () => {
  expect(mostUsed([])).toEqual(['👍', '❤️', '😂', '🎉', '😮', '🙏']);
});

test('what is used most comes first, and of what is used as often what was used last', () => {
  expect(mostUsed(['🫖', '🎉', '🫖', '🥐']).slice(0, 3)).toEqual(['🫖', '🥐', '🎉']);
});

test('there are six of them, each once, however it was spelt', () => {
  const six = mostUsed(['❤', '❤️', '🫖', '🥐']);
  expect(six).toHaveLength(6);
  expect(six.filter((emoji) => emoji.startsWith('❤'))).toHaveLength(1);
});

test('what one liked long ago gives way', () => {
  const old = Array.from({ length: 60 }, () => '🫖');
  const uses = Array.from({ length: 60 }, () => '🥐').reduce<readonly string[]>(withUse, old);
  expect(mostUsed(uses)[0]).toBe('🥐');
  expect(mostUsed(uses)).not.toContain('🫖');
});
