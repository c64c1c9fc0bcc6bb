import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { expect, test } from 'vitest';
import { isPassing, toProblem } from './problem';

function refusal(message: string, extensions: Record<string, unknown>) {
  return new CombinedGraphQLErrors({ errors: [{ message, extensions }] });
}

test('a refusal is told in the server’s words, at the field it is about', () => {
  expect(toProblem(refusal('That name is taken.', { code: 'CONFLICT', field: 'username' }))).toEqual({
    code: 'CONFLICT',
    message: 'That name is taken.',
    field: 'username',
    retryAfterSeconds: null,
  });
});

test('a network that fails is told as that, and passes', () => {
  const problem = toProblem(new TypeError('Failed to fetch'));
  expect(problem.message).toContain('can’t be reached');
  expect(isPassing(problem)).toBe(true);
});

test.each([429, 503])('a proxy that refuses with %i passes, and says how long it takes', (status) => {
  const answer = (headers: HeadersInit) =>
    toProblem(new ServerError('No.', { response: new Response('', { status, headers }), bodyText: '' }));
  expect(isPassing(answer({}))).toBe(true);
  expect(answer({}).retryAfterSeconds).toBeNull();
  expect(answer({ 'retry-after': '7' }).retryAfterSeconds).toBe(7);
  // A moment by the proxy's clock: nobody knows how long it is until then.
  expect(answer({ 'retry-after': 'Sat, 21 Nov 2026 18:00:00 GMT' }).retryAfterSeconds).toBeNull();
});

test('a limit passes, a refusal does not', () => {
  const limit = toProblem(refusal('Slow down.', { code: 'RATE_LIMITED', retryAfter: 7 }));
  expect([isPassing(limit), limit.retryAfterSeconds]).toEqual([true, 7]);
  expect(isPassing(toProblem(refusal('No.', { code: 'FORBIDDEN' })))).toBe(false);
});
