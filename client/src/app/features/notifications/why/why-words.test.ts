import { expect, test } from 'vitest';
import { whyWords } from './why-words';

test('a keyword is named, where it is known', () => {
  expect(whyWords('KEYWORD', 'cake')).toEqual({
    sentence: 'It has one of your keywords: “cake”.',
    decider: 'settings',
  });
  expect(whyWords('KEYWORD', null).sentence).toBe('It has one of your keywords.');
});

test('what a room’s level decided leads to the room, what settings decided to them', () => {
  expect(whyWords('LEVEL_NOTHING', null).decider).toBe('room');
  expect(whyWords('QUIET_HOURS', null).decider).toBe('settings');
  expect(whyWords('AUTHOR_BLOCKED', null).decider).toBe('blocked');
  expect(whyWords('MENTION', null).decider).toBe(null);
});
