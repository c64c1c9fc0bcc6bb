import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { BareSocket, BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT } from '../support/sockets/bare-socket.js';
import { aCast } from '../support/people/cast.js';
import { post } from '../support/requests/graphql.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { ServerEnd } from '../support/sockets/server-end.js';

const server = await aServer();
const HELLO = JSON.stringify({ type: 'connection_init' });
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

const sockets: Duplex[] = [];
const http: Server = server.app.getHttpServer();
http.on('upgrade', (_request, socket) => {
  sockets.push(socket);
});

afterEach(async () => {
  await expect.poll(openSockets, { interval: 5 }).toBe(0);
});

describe('a socket is closed with its code', () => {
  it.each<[code: number, name: string, frame: Parameters<BareSocket['sends']>[0]]>([
    [1002, 'a frame that is not masked', { opcode: TEXT, payload: HELLO, isMasked: false }],
    [1002, 'a frame with reserved bits', { opcode: TEXT, payload: HELLO, reserved: 2 }],
    [1002, 'a frame that says it is compressed', { opcode: TEXT, payload: HELLO, reserved: 4 }],
    [1002, 'a frame of no known kind', { opcode: 0x3, payload: HELLO }],
    [1002, 'a control frame of no known kind', { opcode: 0xb }],
    [1002, 'a ping in pieces', { opcode: PING, isFinal: false }],
    [1002, 'a ping of 126 bytes', { opcode: PING, payload: Buffer.alloc(126) }],
    [1002, 'the end of what never began', { opcode: CONTINUATION, payload: HELLO }],
    [1002, 'a goodbye of one byte', { opcode: CLOSE, payload: Buffer.alloc(1) }],
    [1002, 'a goodbye with a code that nobody may send', { opcode: CLOSE, payload: Buffer.from([0x03, 0xed]) }],
    [1007, 'a goodbye that is no text', { opcode: CLOSE, payload: Buffer.from([0x03, 0xe8, 0xff]) }],
    [1007, 'a text that is none', { opcode: TEXT, payload: Buffer.from([0x22, 0xc3, 0x28, 0x22]) }],
    [1007, 'half a character', { opcode: TEXT, payload: Buffer.from([0xed, 0xa0, 0x80]) }],
    [4400, 'bytes', { opcode: BINARY, payload: HELLO }],
    [4400, 'nothing', { opcode: TEXT }],
    [4400, 'a list', { opcode: TEXT, payload: '[]' }],
    [4400, 'null', { opcode: TEXT, payload: 'null' }],
    [4400, 'a type that is a number', { opcode: TEXT, payload: '{"type":1}' }],
    [4400, 'a type that is inherited', { opcode: TEXT, payload: '{"type":"constructor"}' }],
    [4400, 'a message of servers', { opcode: TEXT, payload: '{"type":"connection_ack"}' }],
    [4400, 'an answer', { opcode: TEXT, payload: '{"type":"next","id":"1","payload":{}}' }],
    [4400, 'a payload that is a text', { opcode: TEXT, payload: '{"type":"ping","payload":"x"}' }],
    [4400, 'no id', { opcode: TEXT, payload: '{"type":"subscribe","payload":{"query":"{ __typename }"}}' }],
    [
      4400,
      'an empty id',
      { opcode: TEXT, payload: '{"type":"subscribe","id":"","payload":{"query":"{ __typename }"}}' },
    ],
    [4400, 'a query that is a list', { opcode: TEXT, payload: '{"type":"subscribe","id":"1","payload":{"query":[]}}' }],
    [
      4400,
      'variables that are a text',
      { opcode: TEXT, payload: '{"type":"subscribe","id":"1","payload":{"query":"{ __typename }","variables":"x"}}' },
    ],
    [4429, 'a second greeting', { opcode: TEXT, payload: HELLO }],
  ])('%i where it sends %s', async (code, _, frame) => {
    using socket = await BareSocket.acknowledged(server.url);
    socket.sends(frame);
    expect(await socket.closeCode()).toBe(code);
  });

  it('1009 where a frame is too large, or says that it will be, or becomes so piece by piece', async () => {
    using liar = await BareSocket.acknowledged(server.url);
    const header = Buffer.from([0x81, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    liar.sendsBytes(header);
    expect(await liar.closeCode()).toBe(1009);
    using pieces = await BareSocket.acknowledged(server.url);
    for (let piece = 0; piece < 5; piece += 1)
      pieces.sends({ opcode: piece === 0 ? TEXT : CONTINUATION, payload: Buffer.alloc(60_000, 'x'), isFinal: false });
    expect(await pieces.closeCode()).toBe(1009);
  });

  it('1009 where a greeting is longer than any token', async () => {
    using socket = await BareSocket.open(server.url);
    socket.says({ type: 'connection_init', payload: { authorization: 'x'.repeat(20_000) } });
    expect(await socket.closeCode()).toBe(1009);
  });

  it('4401 where it asks before it is greeted', async () => {
    using socket = await BareSocket.open(server.url);
    socket.says({ type: 'subscribe', id: '1', payload: { query: '{ __typename }' } });
    expect(await socket.closeCode()).toBe(4401);
  });

  it('4409 where two operations share an id, also a long one', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    for (const id of ['1', 'x'.repeat(128)]) {
      using socket = await BareSocket.acknowledged(server.url, ada.bearer);
      const query = 'subscription ($id: ID!) { roomEvents(roomId: $id) { cursor } }';
      for (let time = 0; time < 2; time += 1)
        socket.says({ type: 'subscribe', id, payload: { query, variables: { id: room.id } } });
      expect(await socket.closeCode()).toBe(4409);
    }
  });

  it('4400 where it nests more deeply than can be answered', async () => {
    for (const text of [`{"type":"ping","payload":{"a":${deep}}}`, `{"type":${deep}}`, deep]) {
      using socket = await BareSocket.acknowledged(server.url);
      for (let at = 0; at < text.length; at += 60_000) {
        const isFinal = at + 60_000 >= text.length;
        socket.sends({ opcode: at === 0 ? TEXT : CONTINUATION, payload: text.slice(at, at + 60_000), isFinal });
      }
      expect(await socket.closeCode()).toBe(4400);
    }
  });
});

it('an id of thousands of letters is refused, because every answer brings it back', async () => {
  using socket = await BareSocket.acknowledged(server.url);
  socket.says({ type: 'subscribe', id: 'x'.repeat(129), payload: { query: '{ __typename }' } });
  const { payload } = await socket.next();
  expect(JSON.parse(payload.toString())).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'BAD_USER_INPUT' } }],
  });
});

it('whoever floods with pings and reads no answer is cut off, and nothing waits for them', async () => {
  const { client, end } = await ServerEnd.of(() => BareSocket.acknowledged(server.url));
  using socket = client;
  socket.pause();
  const ping = Buffer.concat([Buffer.from([0x89, 0xfd, 0, 0, 0, 0]), Buffer.alloc(125)]);
  const many = Buffer.concat(Array.from({ length: 1000 }, () => ping));
  const flood = setInterval(() => {
    socket.sendsBytes(many);
  }, 1);
  try {
    await expect.poll(openSockets, { interval: 5, timeout: 20_000 }).toBe(0);
  } finally {
    clearInterval(flood);
  }
  expect(end.waiting).toBeLessThan(100_000);
}, 30_000);

it('a message in a hundred pieces is heard, and one in more and more pieces is not kept', async () => {
  using socket = await BareSocket.acknowledged(server.url);
  const inPieces = (pieces: readonly string[]) => {
    for (const [place, payload] of pieces.entries())
      socket.sends({ opcode: place === 0 ? TEXT : CONTINUATION, payload, isFinal: place === pieces.length - 1 });
  };
  inPieces(Array.from(`{"type":"ping"${' '.repeat(85)}}`));
  expect((await socket.next()).payload.toString()).toBe('{"type":"pong"}');
  inPieces(Array.from(`{"type":"ping"${' '.repeat(200)}}`));
  expect(await socket.closeCode()).toBe(1008);
});

it('a pong that nobody asked for is no mistake', async () => {
  using socket = await BareSocket.acknowledged(server.url);
  socket.sends({ opcode: PONG, payload: 'unasked' });
  socket.sends({ opcode: PING, payload: 'asked' });
  const { opcode, payload } = await socket.next();
  expect([opcode, payload.toString()]).toEqual([PONG, 'asked']);
});

it('a session that was ended has nothing to say, also where its client does not hear the goodbye', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  using socket = await BareSocket.acknowledged(server.url, ben.bearer);
  await ben.asks('mutation { logout { ok } }');
  expect(await socket.closeCode()).toBe(4401);
  const query = 'mutation ($id: ID!) { sendMessage(input: { roomId: $id, body: "Still here" }) { message { id } } }';
  socket.says({ type: 'subscribe', id: '1', payload: { query, variables: { id: room.id } } });
  socket.sends({ opcode: CLOSE, payload: Buffer.from([0x11, 0x31]) });
  await socket.hungUp();
  const { room: after } = await ada.asks<{ room: { messages: { nodes: unknown[] } } }>(
    'query ($id: ID!) { room(id: $id) { messages(last: 5) { nodes { body } } } }',
    { id: room.id },
  );
  expect(after.messages.nodes).toEqual([]);
});

it('what a client gives up before it is answered counts until it is done', async () => {
  const { ada } = await aCast(server);
  using socket = await BareSocket.acknowledged(server.url, ada.bearer);
  const payload = { query: '{ rooms { totalCount } }' };
  socket.atOnce(() => {
    for (let id = 1; id <= 200; id += 1) {
      socket.says({ type: 'subscribe', id: String(id), payload });
      socket.says({ type: 'complete', id: String(id) });
    }
    socket.says({ type: 'subscribe', id: 'one more', payload });
  });
  expect(await answerIn(socket)).toMatchObject({ id: 'one more', payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
  // Once all of them are done, which nobody is told.
  await expect
    .poll(
      () => {
        socket.says({ type: 'subscribe', id: 'again', payload });
        return answerIn(socket);
      },
      { interval: 5 },
    )
    .toMatchObject({ id: 'again', type: 'next' });
});

async function answerIn(socket: BareSocket): Promise<unknown> {
  for (;;) {
    const answer = JSON.parse((await socket.next()).payload.toString()) as { type: string };
    if (answer.type !== 'complete') return answer;
  }
}

describe('a handshake that is refused is answered and closed, also where the caller does not hang up:', () => {
  it.each([
    [404, 'on another path', '/chat', []],
    [404, 'on a path that is none', '//', []],
    [403, 'from another origin', '/graphql', ['Origin: https://stranger.example']],
    [400, 'with a key that is none', '/graphql', ['Sec-WebSocket-Key: short']],
    [400, 'of two versions', '/graphql', ['Sec-WebSocket-Version: 12']],
  ])('%i %s', async (status, _, path, headers) => {
    using socket = await BareSocket.open(server.url, { path, headers, staysHalfOpen: true });
    expect(socket.answer).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `));
    await socket.hungUp();
    await expect.poll(openSockets, { interval: 5 }).toBe(0);
  });
});

/** How many sockets, taken or refused, the server still has. */
function openSockets(): number {
  return sockets.filter(({ destroyed }) => !destroyed).length;
}

it('the server answers after all of this', async () => {
  expect(await post(server.url, '{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
});
