import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Countdown } from './countdown';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const clock = { now: () => new Date() };

/** At the end of a second a timer is due at once: what it finds is the same second, and it must go on all the same. */
test.each([3_600_000, 1_000, 999, 1_001, 20, 1])('a countdown of %i ms goes on to its end', (length) => {
  const countdown = new Countdown(clock);
  countdown.countTo(Date.now() + length);
  expect(countdown.secondsLeft()).toBe(Math.ceil(length / 1000));
  vi.advanceTimersByTime(length + 20);
  expect(countdown.secondsLeft()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('a countdown says the seconds that are left, also where timers come a little early', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 15 }), (length, early) => {
      vi.setSystemTime(0);
      let reads = 0;
      const countdown = new Countdown({ now: () => new Date(Date.now() - ((reads += 1) % 2 === 0 ? early : 0)) });
      countdown.countTo(length);
      for (let passed = 0; passed < length; passed += 130) {
        const over = countdown.secondsLeft() - (length - passed) / 1000;
        expect(over).toBeGreaterThanOrEqual(0);
        expect(over).toBeLessThan(1.05);
        vi.advanceTimersByTime(130);
      }
      vi.advanceTimersByTime(1_000);
      expect(countdown.secondsLeft()).toBe(0);
    }),
  );
});

test('another end takes the place of the one before, and a stopped countdown counts no more', () => {
  const countdown = new Countdown(clock);
  countdown.countTo(Date.now() + 60_000);
  countdown.countTo(Date.now() + 5_000);
  expect(countdown.secondsLeft()).toBe(5);
  countdown.stop();
  expect(vi.getTimerCount()).toBe(0);
  countdown.countTo(0);
  expect(countdown.secondsLeft()).toBe(0);
});
