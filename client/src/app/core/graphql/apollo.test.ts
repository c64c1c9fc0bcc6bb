import type { Client } from 'graphql-ws';
import { lastValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { outcomeOf } from './answer';
import { Apollo } from './apollo';
import type { Tokens } from './authorization-link';
import { operation } from './operation';
import { OFFLINE, Refusal } from './problem';

interface Named {
  readonly room: { readonly name: string } | null;
}

const Room = operation<Named, Record<string, never>>('Room', 'query Room{room{...R}}', ['fragment R on Room{name}']);
const Rename = operation<Named, Record<string, never>>('Rename', 'mutation Rename{room{name}}');
const Follow = operation<Named, Record<string, never>>('Follow', 'subscription Follow{room{name}}');

const ATTIC = { data: { room: { name: 'Attic' } } };
const SIGNED_OUT = { errors: [{ message: 'Please sign in again.', extensions: { code: 'UNAUTHENTICATED' } }] };

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/graphql-response+json' } });
const page = (status: number, headers: Record<string, string> = {}) =>
  new Response('<h1>nginx</h1>', { status, headers: { 'content-type': 'text/html', ...headers } });

const ANSWERS: readonly (() => Response)[] = [
  () => json(ATTIC),
  () => json(SIGNED_OUT, 401),
  () => json({ errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN', field: 'name' } }] }, 400),
  () => json({ data: { room: null }, errors: [{ message: 'No.' }] }),
  () => json({ data: null }),
  () => page(200),
  () => page(401),
  () => page(403),
  () => page(429, { 'retry-after': '7' }),
  () => page(502),
  () => page(503),
];

test.each(ANSWERS)('an answer is the same as without Apollo: %#', async (answer) => {
  const { apollo } = anApollo(() => answer());
  const expected = await outcomeOf<Named>(answer());
  expect(await apollo.query(Room, {})).toEqual(expected);
  expect(await apollo.mutate(Rename, {})).toEqual(expected);
});

test('a network that fails is told as that', async () => {
  const { apollo } = anApollo(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await apollo.query(Room, {})).toMatchObject({ ok: false, problem: { code: OFFLINE } });
});

test('what is asked for is what the document says, and no more', async () => {
  const { apollo, asked } = anApollo(() => json(ATTIC));
  await apollo.query(Room, {});
  expect(asked.map(({ body }) => body.replaceAll(/(\\n|\s)+/g, ' '))).toEqual([
    expect.stringContaining('"query Room { room { ...R } } fragment R on Room { name }"'),
  ]);
});

test('whoever asks twice at once is answered twice', async () => {
  const { apollo, asked } = anApollo(() => json(ATTIC));
  await Promise.all([apollo.query(Room, {}), apollo.query(Room, {})]);
  expect(asked).toHaveLength(2);
});

test('a request that is refused for its token goes again with a new one', async () => {
  const { apollo, asked } = anApollo((token) => (token === 'Bearer old' ? json(SIGNED_OUT, 401) : json(ATTIC)), {
    current: () => Promise.resolve('old'),
    replace: () => Promise.resolve('new'),
  });
  expect(await apollo.query(Room, {})).toMatchObject({ ok: true });
  expect(asked.map(({ token }) => token)).toEqual(['Bearer old', 'Bearer new']);
});

test('it goes once, and not at all without a new token', async () => {
  const refused = (next: string | null) =>
    anApollo(() => json(SIGNED_OUT, 401), {
      current: () => Promise.resolve('old'),
      replace: () => Promise.resolve(next),
    });
  for (const [next, times] of [
    ['new', 2],
    ['old', 1],
    [null, 1],
  ] as const) {
    const { apollo, asked } = refused(next);
    expect(await apollo.mutate(Rename, {})).toMatchObject({ ok: false, problem: { code: 'UNAUTHENTICATED' } });
    expect(asked).toHaveLength(times);
  }
});

test('what refuses a subscription is told as the server’s word', async () => {
  const socket = aSocketThatSays([{ message: 'Too old.', extensions: { code: 'CURSOR_EXPIRED' } }]);
  const apollo = new Apollo({ fetch, tokens: VISITOR, socket: () => Promise.resolve(socket) });
  const end: unknown = await lastValueFrom(apollo.subscribe(Follow, {})).catch((error: unknown) => error);
  expect(end instanceof Refusal && end.problem).toMatchObject({ code: 'CURSOR_EXPIRED', message: 'Too old.' });
});

test('a socket that cannot be loaded ends the subscription', async () => {
  const apollo = new Apollo({ fetch, tokens: VISITOR, socket: () => Promise.reject(new TypeError('Failed to fetch')) });
  await expect(lastValueFrom(apollo.subscribe(Follow, {}))).rejects.toMatchObject({ problem: { code: OFFLINE } });
});

const VISITOR: Tokens = { current: () => Promise.resolve(null), replace: () => Promise.resolve(null) };

/** With a server that answers like this; and what it was asked. */
function anApollo(answer: (token: string | null) => Response | Promise<Response>, tokens = VISITOR) {
  const asked: { readonly token: string | null; readonly body: string }[] = [];
  const send: typeof fetch = async (_, init) => {
    const token = new Headers(init?.headers).get('authorization');
    asked.push({ token, body: typeof init?.body === 'string' ? init.body : '' });
    return answer(token);
  };
  return {
    apollo: new Apollo({ fetch: send, tokens, socket: () => Promise.reject(new Error('Nobody asked.')) }),
    asked,
  };
}

function aSocketThatSays(error: unknown): Client {
  const nothing = () => undefined;
  return {
    subscribe: (_, sink) => {
      sink.error(error);
      return nothing;
    },
    iterate: () => {
      throw new Error('Nobody asked.');
    },
    on: () => nothing,
    dispose: nothing,
    terminate: nothing,
  };
}
