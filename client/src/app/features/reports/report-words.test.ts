import { expect, test } from 'vitest';
import { countText, outcomeText } from './report-words';

const closedBy = { displayName: 'Ada' };

test.each([
  [[], 'Ada dismissed it.'],
  [['WARNED_AUTHOR'] as const, 'Ada warned its author.'],
  [['DELETED_MESSAGE', 'BANNED_AUTHOR'] as const, 'Ada deleted the message and banned its author from the room.'],
  [
    ['DELETED_MESSAGE', 'WARNED_AUTHOR', 'BANNED_AUTHOR'] as const,
    'Ada deleted the message, warned its author and banned its author from the room.',
  ],
])('what was done about a report (%j) is said in a sentence', (actions, text) => {
  expect(outcomeText({ actions: [...actions], closedBy })).toBe(text);
});

test('one report is one, and more are counted', () => {
  expect([0, 1, 2].map(countText)).toEqual(['0 reports', '1 report', '2 reports']);
});
