import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ConnectionStore } from './connection.store';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a connection that has not come about yet is not called lost as soon as one that was there', () => {
  const connection = new ConnectionStore();
  connection.down();
  vi.advanceTimersByTime(9_000);
  expect(connection.state()).toBe('connecting');
  vi.advanceTimersByTime(2_000);
  expect(connection.state()).toBe('lost');
});

test('a break is said once it has lasted, and counts from its beginning however many attempts there are', () => {
  const connection = new ConnectionStore();
  connection.down();
  connection.live();
  connection.down();
  vi.advanceTimersByTime(2_000);
  connection.down();
  expect(connection.state()).toBe('connecting');
  vi.advanceTimersByTime(1_500);
  expect(connection.state()).toBe('lost');
});

test('a short break is not said at all', () => {
  const connection = new ConnectionStore();
  connection.down();
  connection.live();
  connection.down();
  vi.advanceTimersByTime(2_000);
  connection.live();
  vi.advanceTimersByTime(60_000);
  expect(connection.state()).toBe('live');
});
