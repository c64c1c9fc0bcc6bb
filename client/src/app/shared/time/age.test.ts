import { afterEach, expect, test, vi } from 'vitest';
import { Age } from './age';

const MINUTE = 60_000;

afterEach(() => vi.useRealTimers());

test('a clock that is set back makes nothing younger, one that jumps ahead, or a laptop that slept, makes it older', () => {
  vi.useFakeTimers();
  const age = new Age();
  vi.advanceTimersByTime(MINUTE);
  vi.setSystemTime(Date.now() - 40 * 86_400_000);
  expect(age.milliseconds).toBe(MINUTE);
  vi.setSystemTime(Date.now() + 80 * 86_400_000);
  expect(age.milliseconds).toBeGreaterThan(39 * 86_400_000);
});
