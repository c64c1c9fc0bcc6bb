import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { post } from '../support/requests/graphql.js';
import { aFolder, ServerProcess } from '../support/servers/process.js';
import { aServer } from '../support/servers/server.js';
import { Socket } from '../support/sockets/socket.js';
import { ask, EventStream } from '../support/streams/event-stream.js';

const server = await aServer();

/** What is wrong with an operation itself, whoever asks. */
const MISTAKES: [name: string, query: string, variables: Record<string, unknown>, code: string][] = [
  ['what is no GraphQL', '{ viewer {', {}, 'GRAPHQL_PARSE_FAILED'],
  ['a text of too many words', `{ ${'viewer { __typename } '.repeat(2000)} }`, {}, 'GRAPHQL_PARSE_FAILED'],
  ['a field that is not there', '{ viewer { shoeSize } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['an argument that is not there', '{ rooms(colour: "red") { totalCount } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['a literal of another type', '{ rooms(first: "many") { totalCount } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['a missing variable', 'query ($id: ID!) { room(id: $id) { id } }', {}, 'BAD_USER_INPUT'],
  [
    'a variable of another type',
    'query ($first: Int) { rooms(first: $first) { totalCount } }',
    { first: 'many' },
    'BAD_USER_INPUT',
  ],
  [
    'a number beyond Int',
    'query ($first: Int) { rooms(first: $first) { totalCount } }',
    { first: 2 ** 31 },
    'BAD_USER_INPUT',
  ],
  [
    'a cursor that is a number',
    'query ($after: Cursor) { rooms(after: $after) { totalCount } }',
    { after: 7 },
    'BAD_USER_INPUT',
  ],
  [
    'half a character in a name',
    'mutation ($n: String!) { createRoom(input: { name: $n }) { room { id } } }',
    { n: '\uD800' },
    'BAD_USER_INPUT',
  ],
  [
    'a page of pages of pages',
    `{ rooms(first: 100) { nodes { members(first: 100) { nodes { user { id username displayName kind } } } } } }`,
    {},
    'QUERY_TOO_COMPLEX',
  ],
];

describe('an operation with a mistake in it', () => {
  it.each(MISTAKES)('of %s is answered with its code, over HTTP', async (_, query, variables, code) => {
    const { ada } = await aCast(server);
    expect(codesIn(await post(server.url, query, variables, ada.bearer))).toEqual([code]);
  });

  it.each(MISTAKES)('of %s is answered with its code, over a socket', async (_, query, variables, code) => {
    const { ada } = await aCast(server);
    await using socket = await ada.opensSocket();
    expect(codesIn(await socket.subscribes(query, variables).answer())).toEqual([code]);
  });

  it('is answered with its code, whatever it is, over a stream', async () => {
    const { ada } = await aCast(server);
    for (const [name, query, variables, code] of MISTAKES) {
      await using stream = await EventStream.open(ada, { query, variables });
      expect(codesIn(await stream.answer()), name).toEqual([code]);
    }
  });

  it('is answered alike to visitors', async () => {
    expect(codesIn(await post(server.url, '{ viewer { shoeSize } }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    await using socket = await Socket.open(server.url);
    expect(codesIn(await socket.subscribes('{ viewer { shoeSize } }').answer())).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('that nests a type within itself without end is refused', async () => {
    const { ada } = await aCast(server);
    const deep = `{ rooms { nodes ${'{ messages { nodes { room '.repeat(30)}{ id }${' } } }'.repeat(30)} } }`;
    const [code] = codesIn(await post(server.url, deep, {}, ada.bearer));
    expect(['QUERY_TOO_COMPLEX', 'GRAPHQL_VALIDATION_FAILED']).toContain(code);
    await using socket = await ada.opensSocket();
    const [onSocket] = codesIn(await socket.subscribes(deep).answer());
    expect(['QUERY_TOO_COMPLEX', 'GRAPHQL_VALIDATION_FAILED']).toContain(onSocket);
  });

  it('costs what it asks for, not what its spelling hides: aliases and fragments count', async () => {
    const { ada } = await aCast(server);
    const page = 'rooms(first: 50) { nodes { messages(last: 40) { nodes { ...all } } } }';
    await ada.asks(`{ a: ${page} } fragment all on Message { id body author { id } }`);
    const query = `{ a: ${page} b: ${page} c: ${page} } fragment all on Message { id body author { id } }`;
    await ada.isRefused('QUERY_TOO_COMPLEX', query);
    await ada.isRefused('QUERY_TOO_COMPLEX', query.replaceAll('50', '$n').replace('{', 'query ($n: Int = 50) {'));
  });

  it('is never one that opens a room: one request per screen stays within the bounds', async () => {
    const { ada } = await aCast(server);
    await ada.asks(`{ viewer { eventCursor user { id } rooms(first: 50) { nodes { id name viewerMembership { role }
      messages(last: 20) { nodes { id number body author { id username } attachments { id } } } } } } }`);
  });
});

describe('a fault of the server', () => {
  it('shows an id and nothing else, and the log tells the rest under it', async () => {
    const { settings } = aFolder();
    const process = ServerProcess.start(settings);
    const url = await process.url();
    breakIn(settings.DATABASE_URL?.replace('sqlite:', '') ?? '');
    const input = { username: 'ada', password: 'correct horse' };
    const query = 'mutation ($input: LoginInput!) { login(input: $input) { user { id } } }';
    const { status, answer } = await untilItIsSeen(() => exchange(url, query, { input }));
    const streamed = await (await ask(url, { query, variables: { input } })).text();
    const { id, ...shown } = refusalIn(answer);
    expect(status).toBe(200);
    expect(shown).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      message: `Something went wrong. The server's log has the details under ${String(id)}.`,
    });
    process.stop();
    await process.exited;
    const told = process.stdout.split('\n').filter((line) => line.includes('A fault while answering'));
    const ids = [String(id), /under ([\w-]+)\./.exec(streamed)?.[1] ?? 'none'];
    expect(ids.map((one) => told.filter((line) => line.includes(one)).length)).toEqual([1, 1]);
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('no such table');
    expect(process.stdout).not.toContain('correct horse');
  });
});

/** Asks until the server sees what is broken: while what it wrote as it started is on its way to the disk, it reads what was before. */
async function untilItIsSeen(asks: () => ReturnType<typeof exchange>): ReturnType<typeof exchange> {
  for (;;) {
    const answered = await asks();
    if (refusalIn(answered.answer).code !== 'UNAUTHENTICATED') return answered;
  }
}

/** Takes a table away from under the running server. */
function breakIn(file: string): void {
  const database = new DatabaseSync(file, { timeout: 10_000 });
  database.exec('pragma foreign_keys = off; drop table user');
  database.close();
}

function codesIn({ errors = [] }: { errors?: readonly { extensions: { code: string } }[] }): string[] {
  return [...new Set(errors.map(({ extensions }) => extensions.code))];
}
