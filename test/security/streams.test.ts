import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { SocketServer } from '#server/api/index.js';
import { Authenticator } from '#server/auth/index.js';
import { monotonicClock } from '../support/chance/monotonic-clock.js';
import { ALL_EVENTS, type FeedAnswer, itemOf, ROOM_EVENTS } from '../support/feeds/feed.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { RawRequest } from '../support/requests/raw-request.js';
import { RawSocket } from '../support/sockets/raw-socket.js';
import { ServerEnd } from '../support/sockets/server-end.js';
import { ask, EventStream } from '../support/streams/event-stream.js';

const server = await aServer();
const ACCESS_TOKEN_MINUTES = 15;
const WHO = '{ viewer { user { username } } }';

describe('a stream is opened', () => {
  it('to nobody with a token that has run out, is none, or names a session that was ended: 401, and why', async () => {
    const { ada, ben } = await aCast(server);
    await ben.asks('mutation { logout { ok } }');
    expect(await refusalOf({ authorization: 'Bearer nonsense' })).toEqual([401, 'TOKEN_INVALID']);
    expect(await refusalOf({ authorization: 'Basic YWRhOnNlY3JldA==' })).toEqual([401, 'TOKEN_INVALID']);
    expect(await refusalOf({ authorization: 'Bearer' })).toEqual([401, 'TOKEN_INVALID']);
    expect(await refusalOf(ben.bearer)).toEqual([401, 'SESSION_ENDED']);
    server.clock.advance({ minutes: ACCESS_TOKEN_MINUTES, seconds: 1 });
    expect(await refusalOf(ada.bearer)).toEqual([401, 'TOKEN_EXPIRED']);
    server.clock.advance({ minutes: -ACCESS_TOKEN_MINUTES, seconds: -1 });
    expect((await ask(server.url, { query: WHO, headers: ada.bearer })).status).toBe(200);
  });

  it('to nobody because the disk fails: 503', async () => {
    const { ada } = await aCast(server);
    const trouble = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' });
    vi.spyOn(server.app.get(Authenticator), 'authenticate').mockRejectedValueOnce(trouble);
    expect((await ask(server.url, { query: WHO, headers: ada.bearer })).status).toBe(503);
  });

  it('to whoever is in the room, and to nobody outside', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada, [], 'PRIVATE');
    await using stream = await EventStream.open(otto, { query: ROOM_EVENTS, variables: { roomId: room.id } });
    expect((await stream.answer()).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await using whole = await EventStream.open(otto, { query: ALL_EVENTS });
    await whole.next();
    await ada.says('Secret', room);
    await aRoom(otto);
    expect(JSON.stringify(await whole.answer())).not.toContain('Secret');
  });
});

describe('a page of another site', () => {
  const address = `${server.url}/graphql/stream?${new URLSearchParams({ query: WHO }).toString()}`;
  const accept = 'text/event-stream';

  it('opens no stream as EventSource and forms do it, with cookies or without', async () => {
    const statusOf = async (init: RequestInit) => (await fetch(address, init)).status;
    expect(await statusOf({ headers: { accept } })).toBe(400);
    expect(await statusOf({ headers: { accept, cookie: 'tertulia-refresh=x; tertulia-files=x' } })).toBe(400);
    expect(await statusOf({ headers: { accept, authorization: 'Basic YWRhOmFkYQ==' } })).toBe(400);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect(await statusOf({ method: 'POST', headers: { accept, 'content-type': type }, body: '{}' })).toBe(415);
  });

  it('but whoever shows a Bearer, or a header that has to be asked for, may put a question into the address', async () => {
    const { ada } = await aCast(server);
    const statusOf = async (headers: Record<string, string>) => (await fetch(address, { headers })).status;
    expect(await statusOf({ accept, ...ada.bearer })).toBe(200);
    expect(await statusOf({ accept, 'apollo-require-preflight': 'true' })).toBe(200);
  });
});

it('what HTTP has a status for is told with it', async () => {
  const { ada } = await aCast(server);
  const url = `${server.url}/graphql/stream`;
  const json = { 'content-type': 'application/json', ...ada.bearer };
  const body = JSON.stringify({ query: WHO });
  const statusOf = async (address: string, init: RequestInit) => (await fetch(address, init)).status;
  expect(await statusOf(url, { method: 'PUT', headers: json, body })).toBe(405);
  expect(await statusOf(url, { method: 'DELETE', headers: ada.bearer })).toBe(405);
  expect(await statusOf(url, { method: 'POST', headers: { ...json, accept: 'application/json' }, body })).toBe(406);
  for (const nonsense of ['', '[]', '{"query":1}', `{"query":"${WHO}","variables":[]}`, '{"query"'])
    expect(await statusOf(url, { method: 'POST', headers: json, body: nonsense }), nonsense).toBe(400);
  expect(await statusOf(url, { method: 'POST', headers: json, body: `{"query":"${'x'.repeat(300_000)}"}` })).toBe(413);
  const mutation = new URLSearchParams({ query: 'mutation { logout { ok } }' }).toString();
  expect(await statusOf(`${url}?${mutation}`, { headers: ada.bearer })).toBe(405);
  // It did nothing.
  await ada.asks(WHO);
});

describe('a stream ends', () => {
  it('with its session, behind the event that says so; it is not complete, and opened again it is refused', async () => {
    const { ada, ben } = await aCast(server);
    await using stream = await EventStream.open(ada, { query: ALL_EVENTS });
    await using bens = await EventStream.open(ben, { query: ALL_EVENTS });
    await stream.next();
    await bens.next();
    await ada.asks('mutation { logout { ok } }');
    const rest = await stream.rest();
    expect(rest.map(({ event }) => event)).not.toContain('complete');
    expect(rest.at(-1)?.comments[0]).toMatch(/^SESSION_ENDED: /);
    await aRoom(ben);
    await bens.data();
  });

  it('with its token, also where the clock was set or the machine slept', async () => {
    const { ada } = await aCast(server);
    await using stream = await EventStream.open(ada, { query: ALL_EVENTS });
    await stream.next();
    server.clock.advance({ minutes: ACCESS_TOKEN_MINUTES, seconds: 1 });
    server.app.get(SocketServer).beat();
    const rest = await stream.rest();
    server.clock.advance({ minutes: -ACCESS_TOKEN_MINUTES, seconds: -1 });
    expect(rest.map(({ event }) => event)).not.toContain('complete');
    expect(rest.at(-1)?.comments[0]).toMatch(/^TOKEN_EXPIRED: /);
  });

  it('with its token when that runs out by itself', async () => {
    server.clock.advance({ minutes: -ACCESS_TOKEN_MINUTES, seconds: 3 });
    const ada = await Person.registers(server, 'ada.in.a.hurry');
    server.clock.advance({ minutes: ACCESS_TOKEN_MINUTES, seconds: -3 });
    await using stream = await EventStream.open(ada, { query: ALL_EVENTS });
    expect((await stream.rest()).at(-1)?.comments[0]).toMatch(/^TOKEN_EXPIRED: /);
  });

  it('where the session ended while it was opened: 401', async () => {
    const { ada } = await aCast(server);
    const authenticator = server.app.get(Authenticator);
    const authenticate = authenticator.authenticate.bind(authenticator);
    vi.spyOn(authenticator, 'authenticate').mockImplementationOnce(async (authorization) => {
      const actor = await authenticate(authorization);
      await ada.asks('mutation { logout { ok } }');
      return actor;
    });
    expect((await ask(server.url, { query: ALL_EVENTS, headers: ada.bearer })).status).toBe(401);
  });
});

describe('a reader who takes nothing', () => {
  const COPIES = Array.from({ length: 44 }, (_, index) => `copy${String(index)}: body`).join(' ');
  const BULKY = `subscription ($roomId: ID!) { roomEvents(roomId: $roomId) {
    cursor live mark event { ... on MessageSent { message { number body ${COPIES} } } } } }`;

  it('costs what one takes who reads, is cut off after a minute, and has everything once when they come back', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    using clock = monotonicClock();
    const asked = { query: BULKY, variables: { roomId: room.id } };
    const { client, end } = await ServerEnd.of(async () => {
      const raw = RawRequest.open(server.url, rawRequest(ben, JSON.stringify(asked)));
      await raw.answered;
      return raw;
    });
    using reader = client;
    reader.pauses();
    for (let n = 0; n < 20; n += 1) await ada.says('茶'.repeat(8000), room);
    await end.fills();
    // A few events, and not the twenty megabytes that were said.
    expect(end.waiting).toBeLessThan(4_000_000);
    // They may have stopped some seconds ago already.
    clock.advance(30);
    server.app.get(SocketServer).beat();
    expect(end.isFull).toBe(true);
    clock.advance(31);
    server.app.get(SocketServer).beat();
    reader.resumes();
    const whole = [...(await reader.ended).matchAll(/id: (\S+)\nevent: next\ndata: (.+)\n\n/g)];
    const numbers = whole.flatMap(([, , data = '']) => numberIn(data));
    expect(numbers.length).toBeLessThan(20);
    const lastSeen = whole.at(-1)?.[1] ?? '';
    await using again = await EventStream.open(ben, { ...asked, headers: { 'last-event-id': lastSeen } });
    while (numbers.length < 20) numbers.push(...numberIn((await again.next()).data));
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});

describe('with limits', () => {
  it('an account has fifty sockets and streams in all, and hears when to try again: 429', async () => {
    const limited = await aServer({ RATE_LIMITS: 'on' });
    const ada = await Person.registers(limited, 'ada');
    const sockets = await Promise.all(
      Array.from({ length: 25 }, () => RawSocket.acknowledged(limited.url, ada.bearer)),
    );
    onTestFinished(() => {
      for (const socket of sockets) socket[Symbol.dispose]();
    });
    const streams = await Promise.all(
      Array.from({ length: 25 }, () =>
        EventStream.open(ada, { query: 'subscription { presence(userIds: []) { __typename } }' }),
      ),
    );
    expect(streams.length).toBe(25);
    const refused = await ask(limited.url, { query: WHO, headers: ada.bearer });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    // Whoever hangs up makes room.
    streams[0]?.close();
    await expect.poll(async () => (await ask(limited.url, { query: WHO, headers: ada.bearer })).status).toBe(200);
    for (const stream of streams) stream.close();
  });

  it('whoever asks too much is told when to ask again, in the head: 429', async () => {
    const limited = await aServer({ RATE_LIMITS: 'on' });
    const ada = await Person.registers(limited, 'ada');
    const query =
      '{ rooms(first: 90) { nodes { members(first: 100) { nodes { role joinedAt user { id username } } } } } }';
    let answer = await ask(limited.url, { query, headers: ada.bearer });
    for (let n = 0; n < 20 && answer.status === 200; n += 1) {
      await answer.text();
      answer = await ask(limited.url, { query, headers: ada.bearer });
    }
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    const { errors } = (await answer.json()) as { errors: { extensions: { code: string; retryAfter: number } }[] };
    expect(errors[0]?.extensions.code).toBe('RATE_LIMITED');
    expect(answer.headers.get('retry-after')).toBe(String(errors[0]?.extensions.retryAfter));
  });
});

/** Of the message that an event brings; of none where it is a mark. */
function numberIn(data: string): number[] {
  const { event } = itemOf((JSON.parse(data) as { data: FeedAnswer }).data);
  return event?.message ? [event.message.number] : [];
}

function rawRequest({ accessToken }: Person, body: string): string {
  const head = [
    'POST /graphql/stream HTTP/1.1',
    'Host: here',
    `Authorization: Bearer ${accessToken}`,
    'Content-Type: application/json',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

async function refusalOf(headers: Record<string, string>): Promise<[status: number, reason: string | undefined]> {
  const answer = await ask(server.url, { query: ALL_EVENTS, headers });
  const { errors } = (await answer.json()) as { errors: { extensions: { code: string; reason?: string } }[] };
  expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer error="invalid_token"/);
  return [answer.status, errors[0]?.extensions.reason];
}
