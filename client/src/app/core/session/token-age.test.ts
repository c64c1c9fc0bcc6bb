import { expect, test } from 'vitest';
import { isStale, refreshTime } from './token-age';

const now = Date.parse('2026-11-21T18:00:00.000Z');

test('a token is renewed a minute before it runs out', () => {
  expect(refreshTime('2026-11-21T18:15:00.000Z', now)).toBe(Date.parse('2026-11-21T18:14:00.000Z'));
});

test('a clock that runs an hour ahead does not make a new token stale', () => {
  const ahead = now + 3_600_000;
  expect(isStale(refreshTime('2026-11-21T18:15:00.000Z', ahead), ahead)).toBe(false);
});
