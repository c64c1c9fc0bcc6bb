import { expect, test } from 'vitest';
import { dayInText, dayLabel, momentInText } from './dates';

const now = new Date(2026, 10, 21, 9, 30);
const at = (...[year, month, day]: [number, number, number]) => new Date(year, month - 1, day, 23, 59).toISOString();

test('days are called as people call them', () => {
  expect(dayLabel(at(2026, 11, 21), now)).toBe('Today');
  expect(dayLabel(at(2026, 11, 20), now)).toBe('Yesterday');
  expect(dayLabel(at(2026, 11, 16), now)).toBe('Monday 16 November');
  expect(dayLabel(at(2025, 12, 31), now)).toBe('31 December 2025');
});

test('the last day of a month is yesterday on the first day of the next', () => {
  expect(dayLabel(at(2026, 2, 28), new Date(2026, 2, 1, 0, 5))).toBe('Yesterday');
});

test('within a sentence only names of days and months are written large', () => {
  expect(dayInText(at(2026, 11, 20), now)).toBe('yesterday');
  expect(momentInText(at(2026, 11, 21), now)).toBe('today, 23:59');
  expect(momentInText(at(2026, 11, 16), now)).toBe('Monday 16 November, 23:59');
});
