import { describe, expect, it, onTestFinished } from 'vitest';
import { exchange } from '../support/requests/exchange.js';
import { Person, type RoomAnswer } from '../support/people/person.js';
import { RawRequest } from '../support/requests/raw-request.js';
import { RawSocket } from '../support/sockets/raw-socket.js';
import { aServer, type TestServer } from '../support/servers/server.js';
import { beginsUpload } from '../support/files/uploads.js';
import { ask as askForStream } from '../support/streams/event-stream.js';

/** Somebody who has asked for more than they may, and asks once more; over HTTP alone, whose answers have a head. */
interface TooMuch {
  readonly server: TestServer;
  readonly ada: Person;
  readonly room: RoomAnswer;
}
type Refused = Promise<Pick<Response, 'status' | 'headers' | 'text'>>;

const EXPENSIVE = `{ rooms(first: 90) { nodes { members(first: 100) { nodes { role joinedAt user { id username } } } } } }`;
const UPLOAD_FILE = 'mutation ($input: UploadFileInput!) { uploadFile(input: $input) { file { id } } }';

const WAYS: [name: string, ask: (who: TooMuch) => Refused, status: number][] = [
  ['a change', ({ ada }) => posts(ada, 'mutation { createRoom(input: { name: "" }) { room { id } } }'), 200],
  ['a change without an account', ({ ada }) => enters(ada), 200],
  [
    'signing in',
    ({ ada }) => posts(ada, 'mutation { login(input: { username: "ada", password: "guess" }) { user { id } } }'),
    200,
  ],
  [
    'refreshing',
    ({ ada }) => posts(ada, 'mutation { refreshSession(input: { refreshToken: "x" }) { user { id } } }'),
    200,
  ],
  ['a query', ({ ada }) => posts(ada, EXPENSIVE), 429],
  ['a query in an address', ({ ada }) => gets(ada, EXPENSIVE), 429],
  ['a question to a stream', ({ ada }) => asksStream(ada, EXPENSIVE), 429],
  ['an upload by parts', ({ ada, room }) => announces(ada, room), 429],
  ['an upload', ({ ada, room }) => uploads(ada, room), 429],
  ['an upload by GraphQL', ({ ada, room }) => uploadsByGraphQL(ada, room), 200],
];

describe('an answer that says “too much”', () => {
  it.each(WAYS)('says in its head how many seconds to wait: %s', async (_, ask, status) => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const ada = await Person.registers(server, 'ada');
    const room = await ada.creates('Kitchen');
    for (let asked = 0; asked < 300; asked += 1) {
      const answer = await ask({ server, ada, room });
      const text = await answer.text();
      const isRefused = text.includes('RATE_LIMITED');
      // Nobody is told to wait who was not refused.
      expect(answer.headers.has('retry-after')).toBe(isRefused);
      if (!isRefused) continue;
      expect(answer.status).toBe(status);
      const told = /"retryAfter":(\d+)/.exec(text)?.[1];
      expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
      if (text.includes('extensions')) expect(answer.headers.get('retry-after')).toBe(told);
      return;
    }
    throw new Error('Nobody was refused.');
  });

  it.each([
    ['by GraphQL', uploadsByGraphQL],
    ['by plain HTTP', uploads],
  ])('says so where as many uploads as may be are under way, %s', async (_, send) => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const ada = await Person.registers(server, 'ada');
    const room = await ada.creates('Kitchen');
    const held = Array.from({ length: 32 }, () => beginsUpload(ada));
    onTestFinished(() => {
      for (const stop of held) stop();
    });
    await expect.poll(async () => (await send(ada, room)).status).toBe(429);
    const answer = await send(ada, room);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
  });

  it('says so to a socket that is one too many for its address', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const sockets = await Promise.all(Array.from({ length: 200 }, () => RawSocket.open(server.url)));
    onTestFinished(() => {
      for (const socket of sockets) socket[Symbol.dispose]();
    });
    using refused = RawRequest.open(server.url, `${UPGRADE.join('\r\n')}\r\n\r\n`);
    expect(await refused.ended).toMatch(/^HTTP\/1\.1 429 [^]*\r\nRetry-After: 10\r\n/);
  });

  it('is readable to the page of another origin that may ask', async () => {
    const server = await aServer({ RATE_LIMITS: 'on', ALLOWED_ORIGINS: 'https://friend.example.org' });
    const { headers } = await exchange(server.url, '{ __typename }', {}, { origin: 'https://friend.example.org' });
    expect(headers.get('access-control-expose-headers')?.split(',')).toContain('Retry-After');
    const stranger = await exchange(server.url, '{ __typename }', {}, { origin: 'https://stranger.example.org' });
    expect(stranger.headers.get('access-control-allow-origin')).toBe(null);
  });
});

const UPGRADE = [
  'GET /graphql HTTP/1.1',
  'Host: here',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol: graphql-transport-ws',
];

function posts({ server, bearer }: Person, query: string): Refused {
  const headers = { 'content-type': 'application/json', ...bearer };
  return fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
}

function enters({ server }: Person): Refused {
  const query = 'mutation { enterAsGuest(input: { nickname: "" }) { user { id } } }';
  const headers = { 'content-type': 'application/json' };
  return fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
}

function gets({ server, bearer }: Person, query: string): Refused {
  return fetch(`${server.url}/graphql?${new URLSearchParams({ query }).toString()}`, { headers: bearer });
}

function uploads({ server, bearer }: Person, { id }: RoomAnswer): Refused {
  const form = new FormData();
  form.append('roomId', id);
  form.append('file', new Blob(['Cake']), 'cake.txt');
  return fetch(`${server.url}/upload`, { method: 'POST', headers: bearer, body: form });
}

function asksStream({ server, bearer }: Person, query: string): Refused {
  return askForStream(server.url, { query, headers: bearer });
}

function announces({ server, bearer }: Person, { id }: RoomAnswer): Refused {
  const metadata = `roomId ${Buffer.from(id).toString('base64')}`;
  const headers = { ...bearer, 'tus-resumable': '1.0.0', 'upload-length': '4', 'upload-metadata': metadata };
  return fetch(`${server.url}/upload/resumable`, { method: 'POST', headers });
}

function uploadsByGraphQL({ server, bearer }: Person, { id: roomId }: RoomAnswer): Refused {
  const form = new FormData();
  form.append('operations', JSON.stringify({ query: UPLOAD_FILE, variables: { input: { roomId, file: null } } }));
  form.append('map', JSON.stringify({ 0: ['variables.input.file'] }));
  form.append('0', new Blob(['Cake']), 'cake.txt');
  return fetch(`${server.url}/graphql`, { method: 'POST', headers: bearer, body: form });
}
