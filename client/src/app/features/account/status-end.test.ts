import { expect, test } from 'vitest';
import { firstDayOfWeek } from '../../shared/language/weeks';
import { endOf } from './status-end';

const SATURDAY = new Date(2026, 10, 21, 18, 30);

test.each([
  ['half-hour', new Date(2026, 10, 21, 19, 0)],
  ['hour', new Date(2026, 10, 21, 19, 30)],
  ['today', new Date(2026, 10, 22)],
  ['week', new Date(2026, 10, 23)],
] as const)('%s ends when people mean it', (end, expected) => {
  expect(endOf(end, SATURDAY)).toEqual(expected);
});

test('where weeks begin with Monday, this week ends with Sunday, also on a Sunday and on a Monday', () => {
  expect(endOf('week', new Date(2026, 10, 22, 23, 59), 1)).toEqual(new Date(2026, 10, 23));
  expect(endOf('week', new Date(2026, 10, 23, 0, 0), 1)).toEqual(new Date(2026, 10, 30));
});

test('where weeks begin with Sunday, this week ends with Saturday, also on a Saturday and on a Sunday', () => {
  expect(endOf('week', SATURDAY, 7)).toEqual(new Date(2026, 10, 22));
  expect(endOf('week', new Date(2026, 10, 22, 0, 0), 7)).toEqual(new Date(2026, 10, 29));
});

test.each([
  ['en-GB', 1],
  ['de-DE', 1],
  ['en-US', 7],
  ['ja-JP', 7],
  ['ur-PK', 7],
])('weeks of %s begin with the day %i', (place, day) => {
  expect(firstDayOfWeek(place)).toBe(day);
});

test('what has no end has none', () => {
  expect(endOf('never', SATURDAY)).toBeNull();
});
