import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { bothWays } from '../support/requests/both-ways.js';
import { cpuTimeOf } from '../support/measures/cpu-time.js';
import { refusalIn } from '../support/requests/exchange.js';
import { type Answer, dataOf, post } from '../support/requests/graphql.js';
import { RawRequest } from '../support/requests/raw-request.js';
import { aServer } from '../support/servers/server.js';
import { Socket } from '../support/sockets/socket.js';

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const TYPO = '{ viewer { usr { id } } }';

describe('the playground', async () => {
  const server = await aServer();

  it('is what a browser gets at /graphql', async () => {
    const answer = await fetch(`${server.url}/graphql`, { headers: browser });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await answer.text()).toContain('<app-root>');
  });

  it('loads from this server alone, and its policy lets it from nowhere else', async () => {
    const answer = await fetch(`${server.url}/graphql`, { headers: browser });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/https?:|\*/);
    expect(policy).toContain("default-src 'self'");
    const page = await answer.text();
    const base = new URL(/<base href="([^"]+)"/.exec(page)?.[1] ?? '/', `${server.url}/graphql`);
    const loaded = [...page.matchAll(/(?:<script[^>]*\ssrc|<link[^>]*\shref)="([^"]+)"/g)].map(
      ([, at = '']) => new URL(at, base),
    );
    expect(loaded.length).toBeGreaterThan(2);
    for (const address of loaded) {
      expect(address.origin).toBe(new URL(server.url).origin);
      expect([address.pathname, (await fetch(address)).status]).toEqual([address.pathname, 200]);
    }
  });

  it('runs no script that is written into the page', async () => {
    const page = await (await fetch(`${server.url}/graphql`, { headers: browser })).text();
    const inline = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^<]*)/g)].filter(
      ([, script = '']) => script.trim() !== '',
    );
    expect(inline).toEqual([]);
  });

  it('comes with introspection and suggestions, over HTTP and sockets', async () => {
    expect(dataOf(await post<{ __schema: unknown }>(server.url, getIntrospectionQuery())).__schema).toBeTruthy();
    expect(refusalIn(await post(server.url, TYPO)).message).toContain('Did you mean "user"');
    await using socket = await Socket.open(server.url);
    expect((await socket.subscribes<{ __schema: unknown }>(getIntrospectionQuery()).next()).__schema).toBeTruthy();
    expect(refusalIn(await socket.subscribes(TYPO).answer()).message).toContain('Did you mean "user"');
  });
});

describe('a server with PLAYGROUND=off', async () => {
  const server = await aServer({ PLAYGROUND: 'off' });

  it('has no page at /graphql, nor what it loads', async () => {
    for (const path of ['/graphql', '/graphql/playground/', '/graphql/playground/options.js']) {
      const answer = await fetch(`${server.url}${path}`, { headers: browser });
      expect(await answer.text()).not.toMatch(/altair/i);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  it.each([
    ['the schema', getIntrospectionQuery()],
    ['a type', '{ __type(name: "Room") { fields { name } } }'],
    ['a type, after something else', 'query { viewer { user { id } } __schema { types { name } } }'],
  ])('tells nobody %s', async (_, query) => {
    for (const answer of await bothWays(server, query)) expect(codesIn(answer)).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('suggests no names to who mistypes one', async () => {
    for (const query of [
      TYPO,
      '{ roms { totalCount } }',
      '{ rooms(frist: 1) { totalCount } }',
      'mutation { logot { ok } }',
      'mutation { createRoom(input: { nam: "x" }) { room { id } } }',
      'mutation { createRoom(input: { name: "x", visibility: PUBLI }) { room { id } } }',
      '{ viewer { ... on Viewr { eventCursor } } }',
      'query ($id: IDD!) { room(id: $id) { id } }',
      '{ viewer @skp(if: true) { eventCursor } }',
      '{ room(id: "x") { messages { nods { id } } } }',
      'subscription { evnts { cursor } }',
    ]) {
      for (const { errors = [] } of await bothWays(server, query)) {
        expect(errors.length).toBeGreaterThan(0);
        for (const { message } of errors) expect(message).not.toMatch(/did you mean/i);
      }
    }
  });

  it.each([
    ['an input field', { nam: 'x' }],
    ['a value', { name: 'x', visibility: 'PUBLI' }],
  ])('suggests no names to who mistypes %s in a variable', async (_, input) => {
    const query = 'mutation ($input: CreateRoomInput!) { createRoom(input: $input) { room { id } } }';
    for (const { errors = [] } of await bothWays(server, query, { input })) {
      expect(errors.length).toBeGreaterThan(0);
      for (const { message } of errors) expect(message).not.toMatch(/did you mean/i);
    }
  });

  it.each([
    ['a variable', (text: string) => ['query ($id: Int!) { rooms(first: $id) { totalCount } }', { id: text }] as const],
    ['the operation', (text: string) => [`{ rooms(first: "${text}") { totalCount } }`, {}] as const],
  ])('takes no longer where %s is full of what suggestions begin with', async (_, ask) => {
    const [query, variables] = ask('Did you mean '.repeat(18_000));
    const spent = await cpuTimeOf(async () => {
      for (const { errors = [] } of await bothWays(server, query, variables)) expect(errors).toHaveLength(1);
    });
    expect(spent).toBeLessThan(1500);
  });

  it.each([
    ['its own machine', { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1' }],
    ['a proxy', { 'x-forwarded-for': '10.0.0.1', 'x-forwarded-host': 'localhost', 'x-forwarded-proto': 'https' }],
    ['a page of its own', { 'x-real-ip': '::1', origin: 'http://localhost', referer: 'http://localhost/graphql' }],
  ])('says the same to whoever pretends to be %s', async (_, headers) => {
    const page = await fetch(`${server.url}/graphql`, { headers: { ...browser, ...headers } });
    expect(await page.text()).not.toMatch(/altair/i);
    for (const query of ['{ __schema { types { name } } }', TYPO]) {
      const answer = await post(server.url, query, {}, headers);
      expect(codesIn(answer)).toBe('GRAPHQL_VALIDATION_FAILED');
      for (const { message } of answer.errors ?? []) expect(message).not.toMatch(/did you mean/i);
    }
  });

  it('says the same under any name of its own', async () => {
    using request = RawRequest.open(
      server.url,
      'GET /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n',
    );
    expect(await request.ended).not.toMatch(/altair/i);
  });

  it('still tells the name of a type, which clients ask for everywhere', async () => {
    for (const answer of await bothWays(server, '{ __typename }')) expect(answer.data).toEqual({ __typename: 'Query' });
  });
});

function codesIn({ errors = [] }: Answer<unknown>): string {
  return [...new Set(errors.map(({ extensions }) => extensions.code))].join();
}
