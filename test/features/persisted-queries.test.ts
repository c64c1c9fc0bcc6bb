import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import type { Answer } from '../support/requests/graphql.js';
import type { Person } from '../support/people/person.js';
import { RawSocket } from '../support/sockets/raw-socket.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

interface Asked {
  readonly query?: string;
  readonly variables?: Record<string, unknown>;
  readonly extensions?: unknown;
}

type Asks = (person: Person, asked: Asked) => Promise<Answer<unknown>>;

describe.each([
  ['over HTTP', overHttp, {}],
  ['over a socket', overSocket, { query: '' }],
] as const)('a text that was said once with its hash, %s', (_, asks: Asks, withoutText: Asked) => {
  it('may be left out, and is asked for where it is not known', async () => {
    const { ada } = await aCast(server);
    const query = aQuery();
    const hash = hashOf(query);
    expect(codesIn(await asks(ada, { ...withoutText, ...hash }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    const answer = { data: { viewer: { user: { id: ada.id } } } };
    expect(await asks(ada, { query, ...hash })).toMatchObject(answer);
    expect(await asks(ada, { ...withoutText, ...hash })).toMatchObject(answer);
  });

  it('shows each who asks their own', async () => {
    const { ada, ben } = await aCast(server);
    const query = aQuery();
    await asks(ada, { query, ...hashOf(query) });
    expect(await asks(ben, { ...withoutText, ...hashOf(query) })).toMatchObject({
      data: { viewer: { user: { id: ben.id } } },
    });
  });

  it('is refused with a hash that is not its own', async () => {
    const { ada } = await aCast(server);
    const [query, other] = [aQuery(), aQuery()];
    expect(codesIn(await asks(ada, { query, ...hashOf(other) }))).toEqual(['BAD_USER_INPUT']);
    expect(codesIn(await asks(ada, { ...withoutText, ...hashOf(other) }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  it('is refused where its variables make it too dear, however often it was not', async () => {
    const { ada } = await aCast(server);
    const query = `query ($n: Int) { rooms(first: $n) { nodes { members(first: $n) { nodes { user { id } } } messages(last: $n) { nodes { id author { id } } } } } } # ${randomUUID()}`;
    const [cheap, dear] = [{ n: 1 }, { n: 100 }];
    expect(codesIn(await asks(ada, { query, variables: cheap, ...hashOf(query) }))).toEqual([]);
    expect(codesIn(await asks(ada, { ...withoutText, variables: dear, ...hashOf(query) }))).toEqual([
      'QUERY_TOO_COMPLEX',
    ]);
    expect(codesIn(await asks(ada, { query, variables: dear }))).toEqual(['QUERY_TOO_COMPLEX']);
    expect(codesIn(await asks(ada, { ...withoutText, variables: cheap, ...hashOf(query) }))).toEqual([]);
  });
});

async function overHttp({ bearer }: Person, asked: Asked): Promise<Answer<unknown>> {
  const headers = { 'content-type': 'application/json', ...bearer };
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(asked) });
  return (await response.json()) as Answer<unknown>;
}

async function overSocket({ bearer }: Person, asked: Asked): Promise<Answer<unknown>> {
  using socket = await RawSocket.acknowledged(server.url, bearer);
  socket.says({ type: 'subscribe', id: '1', payload: asked });
  const { type, payload } = await socket.next();
  return type === 'error'
    ? { data: null, errors: (payload as Answer<unknown>['errors']) ?? [] }
    : (payload as Answer<unknown>);
}

function codesIn({ errors = [] }: Answer<unknown>): string[] {
  return errors.map(({ extensions }) => extensions.code);
}

/** A text that nobody has said yet. */
function aQuery(): string {
  return `{ viewer { user { id } } } # ${randomUUID()}`;
}

function hashOf(text: string): Pick<Asked, 'extensions'> {
  const sha256Hash = createHash('sha256').update(text).digest('hex');
  return { extensions: { persistedQuery: { version: 1, sha256Hash } } };
}
