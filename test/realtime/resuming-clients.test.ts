import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import type { FormattedExecutionResult, Sink } from 'graphql-ws';
import { expect, test } from 'vitest';
import { WebSocket as Ws } from 'ws';
import { SocketServer } from '#server/api/index.js';
import { follow as followWithApollo } from '../../examples/follow-with-apollo.js';
import { follow as followWithGraphQLWs } from '../../examples/follow-with-graphql-ws.js';
import { createRenewingClient } from '../../examples/renewing-client.js';
import { createResumingClient } from '../../examples/resuming-client.js';
import { refreshSession, refreshTokenOf, signInOf } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { FlakyLine } from '../support/sockets/flaky-line.js';
import { Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const EVENTS = `subscription ($after: Cursor) { events(after: $after) { cursor event { ... on MessageSent { message { body } } } } }`;

test.each([
  ['graphql-ws', followWithGraphQLWs],
  ['Apollo Client', followWithApollo],
])(
  '%s hears every message once, in order, though it is cut, the server restarts and the token runs out',
  async (_, follow) => {
    const { ada, ben } = await aCast(server);
    const room = await ada.creates(`Heard ${_}`);
    await ben.joins(room);
    const line = await FlakyLine.to(server);
    const opened = new EventTarget();
    const client = createRenewingClient(
      {
        url: socketUrlOf(line),
        retryWait: soon,
        on: {
          message: (message) => {
            if ('payload' in message) opened.dispatchEvent(new Event('heard'));
          },
        },
      },
      () => renewed(ben),
    );
    const heard: string[] = [];
    const ended = Promise.withResolvers<unknown>();
    const listening = once(opened, 'heard');
    const stop = follow(client, (body) => heard.push(body), ended.resolve);
    await listening;

    const said: string[] = [];
    const says = async (count: number) => {
      const now = await Person.signsIn(server, ada.username);
      for (let times = 0; times < count; times += 1) {
        said.push(`number ${String(said.length)}`);
        await now.says(said.at(-1) ?? '', room);
      }
    };
    await says(3);
    await expect.poll(() => heard.length).toBe(3);
    const disturbances = [
      () => {
        line.cut();
        return Promise.resolve();
      },
      () => server.restart(),
      () => {
        server.clock.advance({ minutes: 16 });
        server.app.get(SocketServer).beat();
        return Promise.resolve();
      },
    ];
    for (const disturb of [...disturbances, ...disturbances]) {
      await says(2);
      await disturb();
      await says(3);
      await expect.poll(() => heard).toEqual(said);
    }
    stop();
    await client.dispose();
  },
);

test('with the WebSocket of Node as with ws it tries again where its handshake was lost, and where nothing answers its pings', async () => {
  // Each waits for half a minute, beside the other.
  await Promise.all([comesBack('the WebSocket of Node', WebSocket), comesBack('ws', Ws)]);

  async function comesBack(name: string, webSocketImpl: typeof WebSocket | typeof Ws): Promise<void> {
    const { ada, ben } = await aCast(server);
    const room = await ada.creates(`Lost with ${name}`);
    await ben.joins(room);
    const line = await FlakyLine.to(server);
    const swallowed = line.swallows('pgrade: websocket');
    const retries: unknown[] = [];
    const client = createResumingClient({
      url: socketUrlOf(line),
      webSocketImpl,
      retryWait: soon,
      connectionParams: ben.bearer,
      on: { closed: (event) => retries.push(event), error: (error) => retries.push(error) },
    });
    const heard: unknown[] = [];
    const stop = client.subscribe({ query: EVENTS, variables: { after: null } }, hearingInto(heard));
    await expect.poll(() => heard.length).toBe(1);
    expect(swallowed.happened).toBe(true);
    expect(retries.length).toBeGreaterThan(0);

    line.loses();
    await ada.says('Hello?', room);
    await expect.poll(() => retries).toContainEqual(expect.objectContaining({ code: 4499 }));
    line.isMended();
    await expect.poll(() => JSON.stringify(heard)).toContain('Hello?');
    stop();
    await client.dispose();
  }
});

test('it renews its token also where that takes longer than the server waits, and once', async () => {
  const { ben } = await aCast(server);
  const codes: unknown[] = [];
  const answer = Promise.withResolvers<string>();
  let asked = 0;
  const client = createRenewingClient(
    {
      url: socketUrlOf(server),
      retryWait: soon,
      on: { closed: (event) => codes.push((event as { readonly code?: number }).code) },
    },
    () => {
      asked += 1;
      return answer.promise;
    },
  );
  const heard: unknown[] = [];
  const stop = client.subscribe({ query: EVENTS, variables: { after: null } }, hearingInto(heard));
  await expect.poll(() => codes).toContain(4408);
  answer.resolve(ben.accessToken);
  await expect.poll(() => heard.length).toBe(1);
  expect(asked).toBe(1);
  stop();
  await client.dispose();
});

test('it says so where nothing could be resumed, and lets presence be, which is not resumed', async () => {
  const { ada } = await aCast(server);
  const room = await ada.creates('Looked at');
  const client = createResumingClient({ url: socketUrlOf(server), connectionParams: ada.bearer });
  const ended = Promise.withResolvers<unknown>();
  const heard: unknown[] = [];
  client.subscribe(
    { query: 'subscription ($after: Cursor) { events(after: $after) { event { id } } }' },
    { ...hearingInto(heard), error: ended.resolve },
  );
  expect(String(await ended.promise)).toContain('Select `cursor`');
  expect(heard).toEqual([]);
  expect(() => client.subscribe({ query: 'subscription { events { cursor } }' }, hearingInto(heard))).toThrow('$after');

  const query = 'subscription ($roomId: ID!) { roomPresence(roomId: $roomId) { here { id } } }';
  const stop = client.subscribe({ query, variables: { roomId: room.id } }, hearingInto(heard));
  await expect.poll(() => heard.length).toBe(1);
  expect(heard).toMatchObject([{ data: {} }]);
  stop();
  await client.dispose();
});

test('it hears again what could not be handled', async () => {
  const { ada } = await aCast(server);
  const room = await ada.creates('Handled');
  const client = createResumingClient({ url: socketUrlOf(server), connectionParams: ada.bearer });
  const heard: string[] = [];
  const ended: unknown[] = [];
  const stop = client.subscribe(
    { query: EVENTS, variables: { after: null } },
    {
      error: (error) => ended.push(error),
      complete: () => undefined,
      next: (result) => {
        heard.push(JSON.stringify(result));
        if (heard.length === 2) throw new Error('Something went wrong here.');
      },
    },
  );
  await expect.poll(() => heard.length).toBe(1);
  await ada.says('Handle me', room);
  await expect.poll(() => heard.filter((item) => item.includes('Handle me')).length).toBe(2);
  expect(ended).toEqual([]);
  stop();
  await client.dispose();
});

test.each([
  'consume.ts',
  'resuming-client.ts',
  'renewing-client.ts',
  'follow-with-graphql-ws.ts',
  'follow-with-apollo.ts',
])('docs/guides/resuming.md shows %s as it is', (name) => {
  expect(readFileSync('docs/guides/resuming.md', 'utf8')).toContain(readFileSync(`examples/${name}`, 'utf8'));
});

function socketUrlOf({ url }: { readonly url: string }): string {
  return `${url.replace('http', 'ws')}/graphql`;
}

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}

function hearingInto(heard: unknown[]): Sink<FormattedExecutionResult<Record<string, unknown>, unknown>> {
  return {
    next: (result) => heard.push(result),
    error: () => undefined,
    complete: () => undefined,
  };
}

async function renewed(person: Person): Promise<string> {
  const signIn = signInOf(await refreshSession(server, { refreshToken: person.refreshToken }));
  person.refreshToken = refreshTokenOf(signIn);
  return signIn.session.accessToken;
}
