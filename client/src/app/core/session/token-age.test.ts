import { expect, test } from 'vitest';
import { lifeOf, renewIn } from './token-age';

const MINUTE = 60_000;
const issued = Date.parse('2026-11-21T18:00:00.000Z');
const expiresAt = '2026-11-21T18:15:00.000Z';
const token = tokenOf({ iat: issued / 1000, exp: Date.parse(expiresAt) / 1000 });

test('a token lives from the server’s now to the server’s end of it', () => {
  expect(lifeOf(token, expiresAt, new Date(issued))).toBe(15 * MINUTE);
  expect(lifeOf(token, expiresAt, new Date(issued + 5 * MINUTE))).toBe(10 * MINUTE);
});

test.each([-40, -1, 1, 40])('a proxy whose clock is off by %i days is not believed', (days) => {
  expect(lifeOf(token, expiresAt, new Date(issued + days * 86_400_000))).toBe(15 * MINUTE);
});

test('where nobody says what time it is, a token lives as long as it says itself', () => {
  expect(lifeOf(token, expiresAt, null)).toBe(15 * MINUTE);
  const short = tokenOf({ iat: 100, exp: 220 });
  expect(lifeOf(short, expiresAt, null)).toBe(2 * MINUTE);
});

test.each([
  '',
  'no token',
  'a.b.c',
  tokenOf({}),
  tokenOf(null),
  tokenOf({ iat: 5, exp: 1 }),
  tokenOf({ iat: 'x', exp: 1 }),
])('one that says nothing of itself lives the usual time: %s', (other) => {
  expect(lifeOf(other, 'no time', new Date(issued))).toBe(15 * MINUTE);
});

test('nothing in a token makes a page wait longer than a day, or renew more often than twice a minute', () => {
  expect(lifeOf(tokenOf({ iat: 0, exp: 1e12 }), expiresAt, null)).toBe(24 * 60 * MINUTE);
  expect(renewIn(15 * MINUTE)).toBe(14 * MINUTE);
  expect(renewIn(1)).toBe(30_000);
});

function tokenOf(claims: unknown): string {
  return `x.${btoa(JSON.stringify(claims)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.y`;
}
