import { expect, test } from 'vitest';
import { statusNow, statusText } from './status';

const NOON = new Date('2026-11-21T12:00:00.000Z');

test('a status is over at its end, not before, and never where it has none', () => {
  const lunch = { emoji: '🍜', text: 'Lunch', until: NOON.toISOString() };
  expect(statusNow(lunch, new Date(NOON.getTime() - 1))).toBe(lunch);
  expect(statusNow(lunch, NOON)).toBeNull();
  const always = { ...lunch, until: null };
  expect(statusNow(always, new Date('2099-01-01'))).toBe(always);
  expect(statusNow(null, NOON)).toBeNull();
});

test('a status in one line is what there is of it', () => {
  expect(statusText({ emoji: '🍜', text: 'Lunch', until: null })).toBe('🍜 Lunch');
  expect(statusText({ emoji: null, text: 'Lunch', until: null })).toBe('Lunch');
  expect(statusText({ emoji: '🍜', text: '', until: null })).toBe('🍜');
});
