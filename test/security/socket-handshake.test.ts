import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { handshake, RawSocket } from '../support/sockets/raw-socket.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer({ ALLOWED_ORIGINS: 'https://friends.example,https://others.example:8443' });
const proxied = await aServer({ PUBLIC_URL: 'https://chat.example' });

describe('a socket is taken', () => {
  it.each(['/graphql', '/graphql?from=somewhere'])('on %s', async (path) => {
    expect(await handshake(server.url, { path })).toBe(101);
  });

  it('from the server’s own pages, and from ALLOWED_ORIGINS', async () => {
    for (const origin of [server.url, 'https://friends.example', 'https://others.example:8443'])
      expect(await handshake(server.url, { origin }), origin).toBe(101);
    expect(await handshake(proxied.url, { origin: 'https://chat.example' })).toBe(101);
  });

  it('from whatever names no origin, which is no browser', async () => {
    expect(await handshake(server.url)).toBe(101);
    expect(await handshake(proxied.url)).toBe(101);
  });
});

describe('a socket is refused', () => {
  it.each(['/', '/graphql/', '/graphql/more', '/chat', '/%67raphql'])('on %s with 404', async (path) => {
    expect(await handshake(server.url, { path })).toBe(404);
  });

  it('from any other origin with 403', async () => {
    const port = new URL(server.url).port;
    const strangers = [
      'https://stranger.example',
      'null',
      'https://friends.example.stranger.example',
      'http://friends.example',
      'https://others.example',
      `http://127.0.0.2:${port}`,
    ];
    for (const origin of strangers) expect(await handshake(server.url, { origin }), origin).toBe(403);
    expect(await handshake(proxied.url, { origin: proxied.url })).toBe(403);
  });

  it('with 4406 where it speaks another protocol, or none', async () => {
    const silent = await RawSocket.open(server.url, { protocols: [] });
    expect(await silent.closed).toBe(4406);
    expect(await closeCodeOfProtocol('graphql-ws')).toBe(4406);
  });
});

/** `ws` hangs up by itself where the server agrees to no protocol; this one listens to what the server says. */
async function closeCodeOfProtocol(protocol: string): Promise<number> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    [
      'GET /graphql HTTP/1.1',
      `Host: ${hostname}:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      `Sec-WebSocket-Protocol: ${protocol}`,
      '\r\n',
    ].join('\r\n'),
  );
  let received = Buffer.alloc(0);
  for await (const data of socket) {
    received = Buffer.concat([received, data as Buffer]);
    const frame = received.subarray(received.indexOf('\r\n\r\n') + 4);
    // A close frame: its kind, its length, then the code in two bytes (RFC 6455, 5.5.1).
    if (received.includes('\r\n\r\n') && frame.length >= 4) {
      socket.destroy();
      return frame[0] === 0x88 ? frame.readUInt16BE(2) : 0;
    }
  }
  throw new Error('The server hung up without a word.');
}
