import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MIN_PAUSE, pauseOf } from '#feed-core';
import { pauseBefore, Spacing } from './repetition';

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', page);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('nothing that wakes a page makes it try again within a second', async () => {
  const done = ended(pauseBefore(3));
  for (let at = 0; at < MIN_PAUSE - 10; at += 10) {
    page.dispatchEvent(new Event('online'));
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(done()).toBe(false);
  await vi.advanceTimersByTimeAsync(10);
  expect(done()).toBe(true);
});

test('what wakes a page later ends a long pause at once', async () => {
  const done = ended(pauseBefore(50));
  await vi.advanceTimersByTimeAsync(2000);
  expect(done()).toBe(false);
  page.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(done()).toBe(true);
});

test('nothing wakes a page before the server wants to hear of it', async () => {
  const done = ended(pauseBefore(0, 30));
  await vi.advanceTimersByTimeAsync(10_000);
  page.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(19_900);
  expect(done()).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(done()).toBe(true);
});

test('whatever number a server or a proxy asks for, the pause is between a second and an hour', () => {
  fc.assert(
    fc.property(fc.double(), (seconds) => {
      const pause = pauseOf(seconds);
      return pause >= MIN_PAUSE && pause <= 3_600_000;
    }),
  );
  expect(pauseOf(40 * 86_400)).toBe(3_600_000);
});

test('the same thing is begun once a second, however often it is asked for; other things need not wait for it', async () => {
  const spacing = new Spacing();
  const begun: number[] = [];
  for (let count = 0; count < 5; count += 1) void spacing.turn('a').then(() => begun.push(performance.now()));
  const other = ended(spacing.turn('b'));
  await vi.advanceTimersByTimeAsync(0);
  expect([begun.length, other()]).toEqual([1, true]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(begun).toHaveLength(5);
  for (const [index, at] of begun.slice(1).entries())
    expect(at - (begun[index] ?? 0)).toBeGreaterThanOrEqual(MIN_PAUSE);
});

function ended(promise: Promise<void>): () => boolean {
  let isOver = false;
  void promise.then(() => (isOver = true));
  return () => isOver;
}
