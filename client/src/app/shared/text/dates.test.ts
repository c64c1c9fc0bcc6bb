import { expect, test } from 'vitest';
import { dayInText, dayLabel, momentInText, timeOfDayIn } from './dates';

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

test('it is another time elsewhere, summer and winter', () => {
  const summer = new Date('2026-07-01T12:00:00.000Z');
  expect(timeOfDayIn('UTC', summer)).toBe('12:00');
  expect(timeOfDayIn('Europe/Madrid', summer)).toBe('14:00');
  expect(timeOfDayIn('Europe/Madrid', new Date('2026-12-01T12:00:00.000Z'))).toBe('13:00');
});

test('nothing is said of a time zone that is not told, or that this browser does not know', () => {
  expect(timeOfDayIn(null, new Date())).toBeNull();
  expect(timeOfDayIn('Europe/Atlantis', new Date())).toBeNull();
});
