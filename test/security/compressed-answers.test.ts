import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { upload } from '../support/files/uploads.js';

const server = await aServer();
const { ada } = await aCast(server);
const room = await aRoom(ada);
const LONG = 'The long way over the ridge, back by six. '.repeat(100);
for (let n = 0; n < 5; n += 1) await ada.says(LONG, room);
const READ = 'query ($id: ID!) { room(id: $id) { messages(last: 50) { nodes { body } } } }';

describe('the answer to a query', () => {
  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    [undefined, 'identity', (bytes: Buffer) => bytes],
  ])('is compressed with %s where the client takes %s', async (encoding, accepted, decode) => {
    const answer = await asks(READ, { id: room.id }, { 'accept-encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toContain('Accept-Encoding');
    expect(JSON.parse(decode(answer.body).toString())).toMatchObject({ data: { room: {} } });
    expect(answer.body.length < LONG.length).toBe(encoding !== undefined);
  });

  it('is compressed in an address as well, and to a visitor', async () => {
    const query = new URLSearchParams({ query: getIntrospectionQuery() }).toString();
    const headers = { 'accept-encoding': 'gzip', 'apollo-require-preflight': 'true' };
    expect((await comes('GET', `/graphql?${query}`, headers)).headers['content-encoding']).toBe('gzip');
  });

  it('is left as it is where it is short', async () => {
    const answer = await asks('{ __typename }', {}, { 'accept-encoding': 'br' });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });
});

describe('what holds a secret, or is somebody’s file, is never compressed', () => {
  it.each(['gzip', 'br', 'gzip, deflate, br, zstd'])('for a client that takes %s', async (accepted) => {
    const taken = { 'accept-encoding': accepted };
    const long = `x: __typename `;
    const padding = Array.from({ length: 50 }, (_, n) => `${'p'.repeat(50)}${String(n)}: ${long.slice(3)}`).join(' ');
    const register = `mutation { register(input: { username: "otto${String(Math.random()).slice(2)}" }) { generatedPassword session { accessToken refreshToken } user { ${padding} } } }`;
    const answer = await asks(register, {}, taken);
    expect(answer.body.toString()).toContain('accessToken');
    expect(answer.body.length).toBeGreaterThan(2000);
    expect(answer.headers['content-encoding']).toBeUndefined();
    const { url } = await upload(ada, room, 'long.txt', LONG);
    const file = await comes('GET', url, { ...ada.bearer, ...taken });
    expect(file.body.toString()).toBe(LONG);
    expect(file.headers['content-encoding']).toBeUndefined();
  });
});

function asks(query: string, variables: object, headers: Record<string, string>) {
  const type = { 'content-type': 'application/json', ...ada.bearer };
  return comes('POST', '/graphql', { ...type, ...headers }, JSON.stringify({ query, variables }));
}

/** As it comes over the line: fetch would unpack it. */
function comes(method: string, path: string, headers: Record<string, string>, body = '') {
  return new Promise<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
    const asking = request(server.url, { path, method, headers }, (answer) => {
      buffer(answer).then((bytes) => {
        resolve({ headers: answer.headers, body: bytes });
      }, reject);
    });
    asking.on('error', reject).end(body);
  });
}
