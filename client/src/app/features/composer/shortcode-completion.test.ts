import { expect, test } from 'vitest';
import { matching, partialShortcode } from './shortcode-completion';

test('a shortcode is recognised while it is being typed at the caret', () => {
  expect(partialShortcode('well :ta', 8)).toEqual({ start: 5, typed: 'ta' });
  expect(partialShortcode(':TADA and more', 5)).toEqual({ start: 0, typed: 'tada' });
});

test.each(['12:30', 'http://x', 'a :t', 'done :tada:', 'no colon'])('nothing is offered for %s', (text) => {
  expect(partialShortcode(text, text.length)).toBeNull();
});

test('what begins with the letters comes before what contains them, and no emoji comes twice', () => {
  const all = [
    { emoji: '🚕', shortcode: 'oncoming_taxi' },
    { emoji: '🚕', shortcode: 'taxi' },
    { emoji: '🌮', shortcode: 'taco' },
    { emoji: '🍎', shortcode: 'apple' },
  ];
  expect(matching(all, 'ta').map(({ emoji }) => emoji)).toEqual(['🚕', '🌮']);
});
