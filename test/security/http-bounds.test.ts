import { describe, expect, it } from 'vitest';
import type { Server } from 'node:http';
import { aCast } from '../support/people/cast.js';
import { RawRequest } from '../support/requests/raw-request.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { upload } from '../support/files/uploads.js';

const server = await aServer();
const HOST = `Host: ${new URL(server.url).host}\r\n`;
const POST = `POST /graphql HTTP/1.1\r\n${HOST}`;
const JSON_BODY = 'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n';

it('a request that offers another protocol is answered in this one', async () => {
  const body = '{"query":"{ viewer { user { id } } }"}';
  const offer = 'Connection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n';
  const length = `Content-Type: application/json\r\nContent-Length: ${String(body.length)}\r\n\r\n`;
  using request = RawRequest.open(server.url, POST, offer, length, body);
  expect(await request.ended).toContain('"data":{"viewer":null}');
});

describe('a connection', () => {
  it('is closed where it says nothing, or lets headers or a body drip, while a slow upload and a slow download go on', async () => {
    const { ada } = await aCast(server);
    const bearer = `Authorization: ${ada.bearer.authorization ?? ''}\r\n`;
    const form = `Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\n`;
    using slowUpload = RawRequest.open(server.url, POST, bearer, form).drips('x');
    const film = await upload(ada, await aRoom(ada), 'film.bin', Buffer.alloc(8_000_000, 1));
    const download = RawRequest.open(
      server.url,
      `GET ${film.url} HTTP/1.1\r\n${HOST}Connection: close\r\n${bearer}\r\n`,
    );
    download.pauses();
    using silent = RawRequest.open(server.url);
    using headers = RawRequest.open(server.url, POST, 'X-Slow: ').drips('x');
    using body = RawRequest.open(server.url, POST, JSON_BODY).drips(' ');
    using nowhere = RawRequest.open(server.url, POST.replace('/graphql', '/nowhere'), form).drips('x');
    expect(await silent.ended).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
    expect(await headers.ended).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
    expect(await body.ended).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
    expect(await nowhere.ended).toMatch(/^HTTP\/1.1 404 Not Found\r\n/);
    expect(slowUpload.isOpen).toBe(true);
    download.resumes();
    expect((await download.ended).length).toBeGreaterThan(8_000_000);
  }, 60_000);

  it('waits for its next request longer than the usual proxies do', async () => {
    const answer = await fetch(`${server.url}/healthz`);
    const seconds = Number(/timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '')?.[1]);
    expect(seconds).toBeGreaterThan(120);
  });

  it('has bounds for everything', () => {
    const bounds: Server = server.app.getHttpServer();
    const { headersTimeout, requestTimeout, timeout, keepAliveTimeout, maxHeadersCount, maxRequestsPerSocket } = bounds;
    for (const bound of [
      headersTimeout,
      requestTimeout,
      timeout,
      keepAliveTimeout,
      maxHeadersCount,
      maxRequestsPerSocket,
    ])
      expect(bound).toBeGreaterThan(0);
    expect(headersTimeout).toBeLessThan(requestTimeout);
  });

  it('is told to wait where its address has 500 already, and hung up on after 50 that do not listen, until they are closed', async () => {
    const capped = await aServer({ RATE_LIMITS: 'on' });
    const open = await Promise.all(Array.from({ length: 500 }, () => connected(capped.url)));
    using told = RawRequest.open(capped.url, `GET /healthz HTTP/1.1\r\n${HOST}\r\n`);
    expect(await told.ended).toMatch(/^HTTP\/1\.1 429 [^]*\r\nRetry-After: 5\r\n[^]*RATE_LIMITED/);
    const silent = await Promise.all(Array.from({ length: 50 }, () => opened(capped.url)));
    using refused = RawRequest.open(capped.url, `GET /healthz HTTP/1.1\r\n${HOST}\r\n`);
    expect(await refused.ended).toBe('');
    for (const request of [...open, ...silent]) request[Symbol.dispose]();
    await expect.poll(async () => (await fetch(`${capped.url}/healthz`)).status).toBe(200);
  });

  it.each([
    ['RATE_LIMITS is off', { RATE_LIMITS: 'off' }],
    ['the address is that of a proxy', { RATE_LIMITS: 'on', TRUST_PROXY: '1' }],
  ])('is one of any number where %s', async (_, environment) => {
    const uncapped = await aServer(environment);
    const open = await Promise.all(Array.from({ length: 501 }, () => connected(uncapped.url)));
    expect((await fetch(`${uncapped.url}/healthz`)).status).toBe(200);
    for (const request of open) request[Symbol.dispose]();
  });

  it.each([
    ['no HTTP', 'HELLO\r\n\r\n', 400],
    ['bytes of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['a header without a name', `GET / HTTP/1.1\r\n${HOST}: x\r\n\r\n`, 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a length that is no number', `${POST}Content-Length: many\r\n\r\n`, 400],
    ['two lengths', `${POST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400],
    ['a length and pieces, as smugglers do', `${POST}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`, 400],
    [
      'a piece whose length is no number',
      `${POST}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      400,
    ],
    ['headers of 20 kB', `GET / HTTP/1.1\r\n${HOST}X-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['an address of 20 kB', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n${HOST}\r\n`, 431],
  ])('that says %s is answered plainly, and closed', async (_, said, status) => {
    using request = RawRequest.open(server.url, said);
    const answer = await request.ended;
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `));
    expect(answer).not.toMatch(/\n\s+at |node_modules|HPE_|Parse Error/);
  });

  it.each([
    ['an address that cannot be decoded', 'GET /uploads/%E0%A4%A HTTP/1.1'],
    ['a GraphQL address with too many strokes', 'GET /graphql///?query={viewer{user{id}}} HTTP/1.1'],
    ['an address with NUL in it', 'GET /uploads/%00 HTTP/1.1'],
    ['a way out of the folder', 'GET /../../../../etc/passwd HTTP/1.1'],
    ['the same, in disguise', 'GET /uploads/%2e%2e/%2e%2e/%2e%2e/etc/passwd.txt HTTP/1.1'],
    ['a method of its own', 'PURGE /graphql HTTP/1.1'],
    ['the address of another server', 'GET http://example.org/nowhere.js HTTP/1.1'],
  ])('that asks for %s is answered plainly', async (_, line) => {
    using request = RawRequest.open(
      server.url,
      `${line}\r\n${HOST}Connection: close\r\nAccept: application/json\r\n\r\n`,
    );
    const answer = await request.ended;
    // Whatever could be a page of the web client is answered with it, where it was built.
    expect(answer).toMatch(/^HTTP\/1\.1 (?:4\d\d|200) /);
    expect(answer).not.toMatch(/\n\s+at |node_modules|root:/);
  });
});

/** A connection on which nothing is said. */
async function opened(url: string): Promise<RawRequest> {
  const request = RawRequest.open(url);
  await request.connected;
  return request;
}

/** A connection that the server has answered on, and keeps. */
async function connected(url: string): Promise<RawRequest> {
  const request = RawRequest.open(url, `GET /healthz HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n`);
  await request.answered;
  return request;
}
