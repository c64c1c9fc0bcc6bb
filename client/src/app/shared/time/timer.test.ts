import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { after } from './timer';

const DAY = 86_400_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test.each([1, 1000, 2 ** 31 - 1, 2 ** 31, 40 * DAY, 365 * DAY])(
  'what is to come after %i ms comes then, once',
  (delay) => {
    const work = vi.fn();
    const delays = vi.spyOn(globalThis, 'setTimeout');
    after(delay, work);
    vi.advanceTimersByTime(delay - 1);
    expect(work).toHaveBeenCalledTimes(0);
    vi.advanceTimersByTime(Math.max(1, DAY));
    expect(work).toHaveBeenCalledTimes(1);
    for (const [, given = 0] of delays.mock.calls) expect(given).toBeLessThan(2 ** 31);
  },
);

test.each([Number.NaN, -1, -40 * DAY, Number.NEGATIVE_INFINITY])('a delay of %s is none', (delay) => {
  const work = vi.fn();
  after(delay, work);
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(1);
});

test('what never comes does not come at once', () => {
  const work = vi.fn();
  after(Number.POSITIVE_INFINITY, work);
  vi.advanceTimersByTime(100 * DAY);
  expect(work).toHaveBeenCalledTimes(0);
});

test('what was taken back does not come, however far away it was', () => {
  const work = vi.fn();
  const cancel = after(40 * DAY, work);
  vi.advanceTimersByTime(30 * DAY);
  cancel();
  vi.advanceTimersByTime(30 * DAY);
  expect(work).toHaveBeenCalledTimes(0);
});
