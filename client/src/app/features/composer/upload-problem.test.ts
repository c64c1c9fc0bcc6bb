import { expect, test } from 'vitest';
import { problemOf, unreadable } from './upload-problem';
import { MAX_ATTEMPTS, mayTryAgain, pauseBefore } from './upload-retry';

const ours = (code: string) => ({ code, message: `The server says ${code}.` });
const html = null;

/** Status, answer, what is said of it, and whether it is tried again by itself, and by hand. */
const ends: [number, unknown, RegExp, boolean, boolean][] = [
  [0, html, /interrupted/, true, true],
  [200, html, /Something else answered/, false, true],
  [302, html, /Something else answered/, false, true],
  [400, ours('BAD_USER_INPUT'), /says BAD_USER_INPUT/, false, true],
  [401, html, /refused on its way to the server \(401\)/, false, true],
  [403, html, /refused on its way to the server \(403\)/, false, true],
  [403, ours('FORBIDDEN'), /says FORBIDDEN/, false, true],
  [408, html, /took too long/, true, true],
  [409, ours('CONFLICT'), /says CONFLICT/, true, true],
  [413, html, /2\.1 MB is too large to get through/, false, true],
  [413, ours('PAYLOAD_TOO_LARGE'), /says PAYLOAD_TOO_LARGE/, false, true],
  [415, ours('UNSUPPORTED_MEDIA_TYPE'), /says UNSUPPORTED/, false, false],
  [429, html, /Too many uploads/, true, true],
  [429, ours('RATE_LIMITED'), /says RATE_LIMITED/, true, true],
  [500, html, /not available/, true, true],
  [500, ours('INTERNAL_SERVER_ERROR'), /says INTERNAL/, true, true],
  [502, html, /not available/, true, true],
  [503, ours('SERVICE_UNAVAILABLE'), /says SERVICE_UNAVAILABLE/, true, true],
  [504, { error: 'upstream' }, /not available/, true, true],
  [520, html, /not available/, true, true],
];

test.each(ends)('an upload that ends with %d and %j', (status, answer, words, byItself, byHand) => {
  const problem = problemOf({ status, answer, retryAfter: null }, 2_150_000);
  expect(problem.message).toMatch(words);
  expect(pauseBefore(1, problem, true) !== null).toBe(byItself);
  expect(mayTryAgain(problem)).toBe(byHand);
});

test('a file that cannot be read is not tried again', () => {
  expect(pauseBefore(1, unreadable(), true)).toBeNull();
  expect(mayTryAgain(unreadable())).toBe(false);
});

test('each pause is longer than the one before, none shorter than a second, and they end', () => {
  const cut = problemOf({ status: 0, answer: null, retryAfter: null }, 1);
  const pauses = [1, 2, 3, 4, 5, 6].map((attempt) => pauseBefore(attempt, cut, true));
  expect(pauses).toEqual([1, 2, 4, 8, null, null]);
  expect(MAX_ATTEMPTS).toBe(5);
  expect(pauseBefore(50, cut, false)).toBe(30);
});

test.each([
  ['0', 1],
  ['7', 7],
  ['60', 60],
  ['3600', null],
  ['', 1],
  ['-5', 1],
  ['Thu, 26 Nov 2026 12:00:00 GMT', 1],
])('Retry-After: %s is kept to, within reason', (retryAfter, pause) => {
  expect(pauseBefore(1, problemOf({ status: 429, answer: null, retryAfter }, 1), true)).toBe(pause);
});
