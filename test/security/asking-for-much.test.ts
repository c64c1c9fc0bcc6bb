import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Database, NO_LOCKS } from '#server/database/index.js';
import { bothWays } from '../support/requests/both-ways.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { dataOf } from '../support/requests/graphql.js';
import { Person, type RoomAnswer } from '../support/people/person.js';
import { RawRequest } from '../support/requests/raw-request.js';
import { aRoom } from '../support/people/room.js';
import { sendsTogether } from '../support/people/sends.js';
import { aServer, type TestServer } from '../support/servers/server.js';

const LONG = '茶'.repeat(8000);
const NAMES = '{ rooms(first: 100) { nodes { name } } }';

describe('an answer', () => {
  it('of more than 8 MiB is refused, and what is a little smaller is given, over HTTP and sockets alike', async () => {
    const { server, ada, room } = await aRoomOfLongMessages({ RATE_LIMITS: 'off' });
    const smaller = await bothWays(server, bodies(8), { id: room.id }, ada);
    for (const answer of smaller) expect(JSON.stringify(dataOf(answer)).length).toBeGreaterThan(2_500_000);
    const larger = await bothWays(server, bodies(9), { id: room.id }, ada);
    for (const answer of larger) expect(refusalIn(answer).code).toBe('QUERY_TOO_COMPLEX');
    expect(larger[0].data ?? null).toBe(null);
    expect(larger[1].data ?? null).toBe(null);
  });

  it('waits in memory for a reader only as long as few do: whoever reads nothing gets nothing more, and is served again afterwards', async () => {
    const { server, ada, room } = await aRoomOfLongMessages({ RATE_LIMITS: 'on' });
    const unread = Array.from({ length: 6 }, () => asksWithoutReading(server, ada, bodies(8), room));
    await expect.poll(async () => (await exchange(server.url, NAMES, {}, ada.bearer)).status).toBe(429);
    const { answer } = await exchange(server.url, NAMES, {}, ada.bearer);
    expect(refusalIn(answer)).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 1 });
    for (const request of unread) request.resumes();
    await expect.poll(async () => (await exchange(server.url, NAMES, {}, ada.bearer)).status).toBe(200);
    for (const request of unread) request[Symbol.dispose]();
  });

  it('that one account leaves unread does not keep others at the address from theirs', async () => {
    const { server, ada, room } = await aRoomOfLongMessages({ RATE_LIMITS: 'on' });
    const ben = await Person.registers(server, 'ben');
    const unread = Array.from({ length: 3 }, () => asksWithoutReading(server, ada, bodies(8), room));
    await expect.poll(async () => (await exchange(server.url, NAMES, {}, ada.bearer)).status).toBe(429);
    expect((await exchange(server.url, NAMES, {}, ben.bearer)).status).toBe(200);
    for (const request of unread) request[Symbol.dispose]();
    await expect.poll(async () => (await exchange(server.url, NAMES, {}, ada.bearer)).status).toBe(200);
  });

  it('is forgotten when its reader hangs up, also where others of the same connection stood before it', async () => {
    const { server, ada, room } = await aRoomOfLongMessages({ RATE_LIMITS: 'on' });
    const request = asksWithoutReading(server, ada, bodies(8), room, 6);
    await expect.poll(async () => (await exchange(server.url, NAMES, {}, ada.bearer)).status).toBe(429);
    request[Symbol.dispose]();
    await expect.poll(async () => (await exchange(server.url, NAMES, {}, ada.bearer)).status).toBe(200);
  });

  it('is not waited for where its reader hung up while it was made', async () => {
    const { server, ada, room } = await aRoomOfLongMessages({ RATE_LIMITS: 'on' });
    const http: Server = server.app.getHttpServer();
    const served: Socket[] = [];
    http.on('request', ({ socket }: IncomingMessage) => served.push(socket));
    const others = Promise.withResolvers<undefined>();
    const change = server.app.get(Database).write(NO_LOCKS, () => others.promise);
    const send = `mutation ($id: ID!) { sendMessage(input: { roomId: $id, body: "Hello?" }) { message { room { ${page(8)} } } } }`;
    const requests = Array.from({ length: 6 }, () => asksWithoutReading(server, ada, send, room));
    await expect.poll(() => served.length).toBe(requests.length);
    for (const request of requests) request[Symbol.dispose]();
    await expect.poll(() => served.every(({ closed }) => closed)).toBe(true);
    others.resolve(undefined);
    await change;
    // Sends are answered in the order in which they came.
    await ada.says('Goodbye', room);
    expect((await exchange(server.url, NAMES, {}, ada.bearer)).status).toBe(200);
  });

  it('waits as little on a socket', async () => {
    const { server, ada, room } = await aRoomOfLongMessages({ RATE_LIMITS: 'on' });
    await using socket = await ada.opensSocket();
    socket.pause();
    for (let count = 0; count < 6; count += 1) socket.subscribes(bodies(8), { id: room.id });
    await expect.poll(async () => (await exchange(server.url, NAMES, {}, ada.bearer)).status).toBe(429);
    socket.cut();
    await expect.poll(async () => (await exchange(server.url, NAMES, {}, ada.bearer)).status).toBe(200);
  });
});

describe('somebody who asks for much again and again', () => {
  const EXPENSIVE = `{ rooms(first: 90) { nodes { members(first: 100) { nodes { role joinedAt user { id username } } } } } }`;

  it('is told how many seconds to wait, on every way in, while others go on', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const [ada, ben] = [await Person.registers(server, 'ada'), await Person.registers(server, 'ben')];
    const refused = await untilRefused(server, ada);
    expect(refused.status).toBe(429);
    const { code, retryAfter } = refusalIn(refused.answer);
    expect(code).toBe('RATE_LIMITED');
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(10);
    for (const answer of await bothWays(server, EXPENSIVE, {}, ada))
      expect(refusalIn(answer).code).toBe('RATE_LIMITED');
    for (const answer of await bothWays(server, EXPENSIVE, {}, ben)) expect(answer.errors).toBeUndefined();
  });

  it('may ask how much is left: that costs nothing, and is answered also where nothing is, of their own account alone', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const [ada, ben] = [await Person.registers(server, 'ada'), await Person.registers(server, 'ben')];
    for (let count = 0; count < 3; count += 1)
      expect(await leftOf(ada)).toEqual({ limit: 300_000, remaining: 300_000 });
    const costs = [];
    for (let count = 0; count < 2; count += 1) {
      const before = await leftOf(ada);
      await exchange(server.url, EXPENSIVE, {}, ada.bearer);
      costs.push(before.remaining - (await leftOf(ada)).remaining);
    }
    expect(costs[0]).toBeGreaterThan(1000);
    expect(costs[1]).toBe(costs[0]);
    await untilRefused(server, ada);
    expect(await leftOf(ada)).toEqual({ limit: 300_000, remaining: 0 });
    await using socket = await ada.opensSocket();
    const { remaining, resetAt } = (await socket.subscribes<RateLimitAnswer>(LEFT).next()).rateLimit;
    expect(remaining).toBe(0);
    expect(new Date(resetAt).getTime()).toBeGreaterThan(server.clock.now().getTime());
    expect(await leftOf(ben)).toEqual({ limit: 300_000, remaining: 300_000 });
    // Beside it everything costs what it costs.
    const both = await exchange(server.url, `{ rateLimit { remaining } ${EXPENSIVE.slice(1)}`, {}, ada.bearer);
    expect(both.status).toBe(429);
    expect(refusalIn((await exchange(server.url, LEFT)).answer).code).toBe('UNAUTHENTICATED');
  });

  const LEFT = '{ rateLimit { limit remaining resetAt } }';

  interface RateLimitAnswer {
    readonly rateLimit: { readonly limit: number; readonly remaining: number; readonly resetAt: string };
  }

  async function leftOf(who: Person): Promise<Omit<RateLimitAnswer['rateLimit'], 'resetAt'>> {
    const { limit, remaining } = (await who.asks<RateLimitAnswer>(LEFT)).rateLimit;
    return { limit, remaining };
  }

  it('gains nothing from many accounts at one address', async () => {
    const server = await aServer({ RATE_LIMITS: 'on', TRUST_PROXY: '1' });
    const people = await Promise.all(Array.from({ length: 6 }, (_, n) => Person.registers(server, `otto${String(n)}`)));
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (const otto of people) await untilRefused(server, otto, from('192.0.2.1'));
    const otto = await Person.registers(server, 'another');
    const there = await exchange(server.url, EXPENSIVE, {}, { ...otto.bearer, ...from('192.0.2.1') });
    expect(there.status).toBe(429);
    const elsewhere = await exchange(server.url, EXPENSIVE, {}, { ...otto.bearer, ...from('192.0.2.2') });
    expect(elsewhere.status).toBe(200);
  });

  async function untilRefused(server: TestServer, { bearer }: Person, headers: Record<string, string> = {}) {
    for (let count = 0; count < 20; count += 1) {
      const answered = await exchange(server.url, EXPENSIVE, {}, { ...bearer, ...headers });
      if (answered.status === 429) return answered;
    }
    throw new Error('Nobody was refused.');
  }
});

async function aRoomOfLongMessages(environment: Record<string, string>) {
  const server = await aServer(environment);
  const ada = await Person.registers(server, 'ada');
  const room = await aRoom(ada);
  await sendsTogether(
    server,
    ada,
    Array.from({ length: 40 }, () => ({ roomId: room.id, body: LONG })),
  );
  return { server, ada, room };
}

/** Asks for the 40 long messages so many times; eight times are 7.7 million bytes. */
function bodies(times: number): string {
  return `query ($id: ID!) { room(id: $id) { ${page(times)} } }`;
}

function page(times: number): string {
  const fields = Array.from({ length: times }, (_, index) => `b${String(index)}: body`).join(' ');
  return `messages(last: 40) { nodes { ${fields} } }`;
}

/** Asks so many times over one connection, without waiting for an answer. */
function asksWithoutReading(
  { url }: TestServer,
  { bearer }: Person,
  query: string,
  { id }: RoomAnswer,
  times = 1,
): RawRequest {
  const body = JSON.stringify({ query, variables: { id } });
  const headers = [
    'POST /graphql HTTP/1.1',
    `Host: ${new URL(url).host}`,
    `Authorization: ${bearer.authorization ?? ''}`,
    'Content-Type: application/json',
    `Content-Length: ${String(body.length)}`,
  ];
  const request = RawRequest.open(url, `${headers.join('\r\n')}\r\n\r\n${body}`.repeat(times));
  request.pauses();
  return request;
}
