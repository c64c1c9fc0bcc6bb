import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { bothWays } from '../support/requests/both-ways.js';
import { exchange } from '../support/requests/exchange.js';
import { RawSocket } from '../support/sockets/raw-socket.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

/** Texts of a few thousand words that would each keep the server busy for long, or make its answer huge. */
const TOO_MUCH: [name: string, query: string, bound: RegExp][] = [
  ['more than 20 levels of fields', nested('viewer { ', 21), /20 levels/],
  ['thousands of levels', nested('a { ', 1600), /20 levels/],
  ['levels that hide in fragments', chainOf(12, 'room { messages { nodes { ...NEXT } } }'), /20 levels/],
  ['fragments within fragments', chainOf(28, '... { ... { ... { ...NEXT } } }'), /20 levels/],
  [
    'a thousand inline fragments, one in the other',
    `{ ${'... { '.repeat(1000)}__typename${' }'.repeat(1000)} }`,
    /20 levels/,
  ],
  ['a list within lists', `{ rooms(first: ${'['.repeat(2000)}1${']'.repeat(2000)}) { totalCount } }`, /20 levels/],
  [
    'an object within objects',
    `{ rooms(first: ${'{ a: '.repeat(1000)}1${' }'.repeat(1000)}) { totalCount } }`,
    /20 levels/,
  ],
  [
    'a variable of lists of lists',
    `query ($a: ${'['.repeat(1000)}Int${']'.repeat(1000)}) { viewer { eventCursor } }`,
    /20 levels/,
  ],
  ['61 aliases', `{ ${numbered(61, (at) => `a${at}: __typename`)} }`, /60 aliases/],
  ['one field 62 times', `{ ${'__typename '.repeat(62)} }`, /60 aliases/],
  ['one field 62 times, each in a fragment', `{ ${'... { viewer { user { id } } } '.repeat(62)} }`, /60 aliases/],
  [
    'aliases of aliases',
    `{ ${numbered(8, (at) => `a${at}: viewer { ${numbered(10, (of) => `b${of}: eventCursor`)} }`)} }`,
    /60 aliases/,
  ],
  [
    'aliases that a fragment multiplies',
    `{ ${numbered(8, (at) => `a${at}: viewer { ...F }`)} } fragment F on Viewer { ${numbered(10, (of) => `b${of}: eventCursor`)} }`,
    /60 aliases/,
  ],
  ['an alias of thousands of letters', `{ ${'a'.repeat(10_000)}: __typename }`, /64 characters/],
  ['51 directives', `{ __typename ${'@skip(if: false) '.repeat(51)} }`, /50 directives/],
  ['51 directives of an operation', `query ${'@a '.repeat(51)} { __typename }`, /50 directives/],
  ['a bomb of fragments', bomb(14), /600 fields/],
  [
    '31 operations and fragments',
    `{ __typename } ${numbered(30, (at) => `fragment F${at} on Query { __typename }`)}`,
    /30 operations/,
  ],
  ['a list of 2,000 values', `{ rooms(first: [${'1 '.repeat(2000)}]) { totalCount } }`, /2000 values/],
  [
    'a variable that is a list of 2,000 values where nobody gives it',
    `query ($a: [Int!] = [${'1 '.repeat(2000)}]) { __typename }`,
    /2000 values/,
  ],
  ['101 variables', `query (${numbered(101, (at) => `$a${at}: Int`)}) { __typename }`, /100 variables/],
];

describe('an operation', () => {
  it.each(TOO_MUCH)('of %s is refused before anybody asks what it means', async (_, query, bound) => {
    for (const { errors = [] } of await bothWays(server, query)) {
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
      expect(errors[0]?.message).toMatch(bound);
    }
    expect((await exchange(server.url, query)).status).toBe(400);
  });

  it.each([
    ['fields', '{ a '.repeat(2400)],
    ['lists', `{ rooms(first: ${'['.repeat(4900)}`],
    ['objects', `{ rooms(first: ${'{ a: '.repeat(1600)}`],
  ])('is refused plainly where its %s never end', async (_, query) => {
    for (const { errors = [] } of await bothWays(server, query)) {
      expect(errors).toHaveLength(1);
      expect(['QUERY_TOO_COMPLEX', 'GRAPHQL_PARSE_FAILED']).toContain(errors[0]?.extensions.code);
      expect(errors[0]?.message).not.toMatch(/stack|range/i);
    }
  });

  it('is refused in an address as it is in a body', async () => {
    const headers = { 'apollo-require-preflight': 'true' };
    const address = `${server.url}/graphql?${new URLSearchParams({ query: nested('a { ', 900) }).toString()}`;
    const answer = await fetch(address, { headers });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] });
  });

  it.each([
    ['21 levels', `${'['.repeat(21)}1${']'.repeat(21)}`],
    ['10,000 lists, one in the other', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['10,000 objects, one in the other', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ])('is refused with variables of %s, also where it has no use for them', async (_, value) => {
    const asked = `{"query":"{ __typename }","variables":{"a":${value}}}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: asked });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] });
    using socket = await RawSocket.acknowledged(server.url);
    socket.says(`{"type":"subscribe","id":"1","payload":${asked}}`);
    expect(await socket.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }],
    });
  });

  it('may be as large as its bounds', async () => {
    const { ada } = await aCast(server);
    await ada.asks(`{ ${numbered(60, (at) => `a${at}: viewer { user { id } }`)} }`);
    await ada.asks(`{ viewer { ${'user { id } '.repeat(50)} } }`);
    await ada.asks(
      `{ viewer { ${numbered(29, (at) => `...F${at}`)} } } ${numbered(29, (at) => `fragment F${at} on Viewer { user { id } }`)}`,
    );
    await ada.asks(`{ viewer { user { id @skip(if: false) } } }`);
  });
});

it('an event is hardly larger than a megabyte: what it may hold of long texts is bounded', async () => {
  const { ada } = await aCast(server);
  const texts = (many: number) =>
    `subscription { events { cursor event { ... on MessageSent { ${numbered(many, (at) => `m${at}: message { body }`)} } } } }`;
  const page =
    'subscription { events { cursor event { ... on RoomEvent { room { messages(last: 50) { nodes { body } } } } } } }';
  await using socket = await ada.opensSocket();
  for (const query of [texts(50), page]) expect(await socket.subscribes(query).refusal()).toBe('QUERY_TOO_COMPLEX');
  await socket.subscribes(texts(40)).next();
});

it('an answer tells what its operation cost, and an event does not', async () => {
  const { ada } = await aCast(server);
  const query = '{ rooms(first: 10) { nodes { id name } totalCount } }';
  const cost = { requested: 2040, limit: 60_000 };
  const [overHttp, overSocket] = await bothWays(server, query, {}, ada);
  expect(overHttp).toMatchObject({ extensions: { cost } });
  expect(overSocket).toMatchObject({ extensions: { cost } });
  await using socket = await ada.opensSocket();
  expect(await socket.subscribes('subscription { events { cursor } }').answer()).not.toHaveProperty('extensions');
});

function nested(opening: string, levels: number): string {
  return `{ ${opening.repeat(levels - 1)}__typename${' }'.repeat(levels - 1)} }`;
}

/** Fragments that each spread the next one. */
function chainOf(links: number, link: string): string {
  const names = Array.from({ length: links }, (_, at) => at);
  const definitions = names.map(
    (at) => `fragment F${String(at)} on Room { ${link.replace('NEXT', `F${String(at + 1)}`)} }`,
  );
  return `{ rooms { nodes { ...F0 } } } ${definitions.join(' ')} fragment F${String(links)} on Room { id }`;
}

/** Each fragment spreads the next one twice, so that the last is spread 2^levels times. */
function bomb(levels: number): string {
  const definitions = Array.from(
    { length: levels },
    (_, at) => `fragment F${String(at)} on Room { ...F${String(at + 1)} ... { ...F${String(at + 1)} } }`,
  );
  return `{ rooms { nodes { ...F0 } } } ${definitions.join(' ')} fragment F${String(levels)} on Room { id }`;
}

function numbered(many: number, text: (at: string) => string): string {
  return Array.from({ length: many }, (_, at) => text(String(at))).join(' ');
}
