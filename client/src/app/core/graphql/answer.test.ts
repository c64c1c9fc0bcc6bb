import { expect, test } from 'vitest';
import { outcomeOf } from './answer';
import { OFFLINE } from './problem';

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const page = (status: number, headers: HeadersInit = {}) => new Response('<h1>nginx</h1>', { status, headers });

test('data is what was asked for', async () => {
  expect(await outcomeOf(json({ data: { room: { name: 'Attic' } } }))).toEqual({
    ok: true,
    value: { room: { name: 'Attic' } },
  });
});

test.each([200, 400, 401, 503])('a refusal is the server’s own word, with status %i too', async (status) => {
  const errors = [{ message: 'Please sign in again.', extensions: { code: 'UNAUTHENTICATED' } }];
  const outcome = await outcomeOf(json({ errors }, status));
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'UNAUTHENTICATED', message: 'Please sign in again.' } });
});

test('half of an answer is none', async () => {
  const outcome = await outcomeOf(json({ data: { room: null }, errors: [{ message: 'No.' }] }));
  expect(outcome.ok).toBe(false);
});

test.each([
  [page(502), OFFLINE],
  [page(200), OFFLINE],
  [page(401), 'BAD_RESPONSE'],
  [page(429, { 'retry-after': '7' }), 'SERVICE_UNAVAILABLE'],
  [json({ message: 'No.' }, 403), 'BAD_RESPONSE'],
  [json({ message: 'Hello' }), OFFLINE],
  [json({ data: null }), 'INTERNAL_SERVER_ERROR'],
  [json({ data: { room: 1 } }, 500), OFFLINE],
])('what a proxy says ends no session and is no answer: %#', async (answer, code) => {
  expect(await outcomeOf(answer)).toMatchObject({ ok: false, problem: { code } });
});
