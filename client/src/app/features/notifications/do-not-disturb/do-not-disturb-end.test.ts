import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doNotDisturbEnds, endOf, OPEN_END, untilInWords } from './do-not-disturb-end';

test('minutes are minutes', () => {
  const now = new Date(2026, 10, 27, 15, 20);
  expect(endOf('half-hour', now)).toEqual(new Date(2026, 10, 27, 15, 50));
  expect(endOf('hour', now)).toEqual(new Date(2026, 10, 27, 16, 20));
});

test('tomorrow morning is eight o’clock of the next day, also at the end of a month', () => {
  expect(endOf('morning', new Date(2026, 10, 30, 22))).toEqual(new Date(2026, 11, 1, 8));
  expect(endOf('morning', new Date(2026, 10, 30, 6))).toEqual(new Date(2026, 11, 1, 8));
});

test('whoever is still up at night means the morning that comes', () => {
  expect(endOf('morning', new Date(2026, 10, 30, 1))).toEqual(new Date(2026, 10, 30, 8));
});

test('no end is over before it has begun, whatever time it is', () => {
  const moment = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, fc.constantFrom(...doNotDisturbEnds()), (now, { end }) => {
      expect(endOf(end, now).getTime()).toBeGreaterThan(now.getTime());
    }),
  );
});

test('it says until when, as short as it can, and nothing once that is over', () => {
  const now = new Date(2026, 10, 27, 15, 20);
  const words = (until: Date): string | null => untilInWords(until.toISOString(), now);
  expect(words(endOf('hour', now))).toBe('until 16:20');
  expect(words(endOf('morning', now))).toBe('until tomorrow, 08:00');
  expect(words(new Date(2026, 10, 30, 8))).toBe('until Monday 30 November, 08:00');
  expect(words(OPEN_END)).toBe('until you turn it off');
  expect(words(now)).toBe(null);
  expect(untilInWords(null, now)).toBe(null);
});
