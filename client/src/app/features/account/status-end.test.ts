import { expect, test } from 'vitest';
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

test('this week ends with Sunday, also on a Sunday and on a Monday', () => {
  expect(endOf('week', new Date(2026, 10, 22, 23, 59))).toEqual(new Date(2026, 10, 23));
  expect(endOf('week', new Date(2026, 10, 23, 0, 0))).toEqual(new Date(2026, 10, 30));
});

test('what has no end has none', () => {
  expect(endOf('never', SATURDAY)).toBeNull();
});
