import { expect, test } from 'vitest';
import { fromGraphQLErrors, fromStatus, isPassing, unreachable } from './problem';

function refusal(message: string, extensions: Record<string, unknown>) {
  return fromGraphQLErrors([{ message, extensions }]);
}

test('a refusal is told in the server’s words, at the field it is about', () => {
  expect(refusal('That name is taken.', { code: 'CONFLICT', field: 'username' })).toEqual({
    code: 'CONFLICT',
    message: 'That name is taken.',
    field: 'username',
    retryAfterSeconds: null,
  });
});

test('a network that fails is told as that, and passes', () => {
  const problem = unreachable();
  expect(problem.message).toContain('can’t be reached');
  expect(isPassing(problem)).toBe(true);
});

test.each([429, 503])('a proxy that refuses with %i passes, and says how long it takes', (status) => {
  const answer = (retryAfter: string | null) => fromStatus(status, retryAfter);
  expect(isPassing(answer(null))).toBe(true);
  expect(answer(null).retryAfterSeconds).toBeNull();
  expect(answer('7').retryAfterSeconds).toBe(7);
  // A moment by the proxy's clock: nobody knows how long it is until then.
  expect(answer('Sat, 21 Nov 2026 18:00:00 GMT').retryAfterSeconds).toBeNull();
});

test('a limit passes, a refusal does not', () => {
  const limit = refusal('Slow down.', { code: 'RATE_LIMITED', retryAfter: 7 });
  expect([isPassing(limit), limit.retryAfterSeconds]).toEqual([true, 7]);
  expect(isPassing(refusal('No.', { code: 'FORBIDDEN' }))).toBe(false);
});
