import { describe, expect, it, vi } from 'vitest';
import { enterAsGuest } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { rootFieldsOf } from '../support/requests/minimal-operations.js';
import { DELETE, JOIN, LEAVE, Person, REMOVE, SET_ROLE } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer, type TestServer } from '../support/servers/server.js';
import { Socket } from '../support/sockets/socket.js';

describe('somebody who tries too much, too fast', () => {
  it('is told how many seconds to wait, and other accounts go on', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const create = 'mutation { createRoom(input: { name: "" }) { room { id } } }';
    const codes: string[] = [];
    // Ada has made one room already.
    for (let n = 0; n < 30; n += 1) codes.push((await refusalOf(server, create, ada.bearer)).code);
    expect(codes).toEqual([...Array.from({ length: 29 }, () => 'BAD_USER_INPUT'), 'RATE_LIMITED']);
    const refusal = await refusalOf(server, create, ada.bearer);
    expect(refusal.retryAfter).toBeGreaterThan(0);
    expect(refusal.retryAfter).toBeLessThanOrEqual(600);
    expect((await refusalOf(server, create, ben.bearer)).code).toBe('BAD_USER_INPUT');
    expect((await ada.says('Other things go on', room)).number).toBe(1);
  });

  it('meets the same limit over a socket', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const ada = await Person.registers(server, 'ada');
    await using socket = await ada.opensSocket();
    const create = 'mutation { createRoom(input: { name: "" }) { room { id } } }';
    for (let n = 0; n < 30; n += 1) await socket.subscribes(create).answer();
    expect(refusalIn(await socket.subscribes(create).answer()).code).toBe('RATE_LIMITED');
    expect((await refusalOf(server, create, ada.bearer)).code).toBe('RATE_LIMITED');
  });

  it('is known by the address where nobody is signed in, over HTTP and sockets together', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    for (let n = 0; n < 30; n += 1) expect(await codeOfEntering(server)).toBe('BAD_USER_INPUT');
    expect(await codeOfEntering(server)).toBe('RATE_LIMITED');
    await using socket = await Socket.open(server.url);
    const entering = socket.subscribes('mutation { enterAsGuest(input: { nickname: "" }) { user { id } } }');
    expect(refusalIn(await entering.answer()).code).toBe('RATE_LIMITED');
  });

  it('is the same from all the addresses of one network', async () => {
    const server = await aServer({ RATE_LIMITS: 'on', TRUST_PROXY: '1' });
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (let n = 1; n <= 30; n += 1) await codeOfEntering(server, from(`2001:db8:1:2::${String(n)}`));
    expect(await codeOfEntering(server, from('2001:db8:1:2:ffff::1'))).toBe('RATE_LIMITED');
    expect(await codeOfEntering(server, from('2001:db8:1:3::1'))).toBe('BAD_USER_INPUT');
    for (let n = 1; n <= 30; n += 1) await codeOfEntering(server, from('192.0.2.1'));
    expect(await codeOfEntering(server, from('::ffff:192.0.2.1'))).toBe('RATE_LIMITED');
  });

  it('is the same from each of their connections, where the proxy tells the port as well', async () => {
    const server = await aServer({ RATE_LIMITS: 'on', TRUST_PROXY: '1' });
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (let n = 1; n <= 30; n += 1) await codeOfEntering(server, from(`192.0.2.1:${String(50_000 + n)}`));
    expect(await codeOfEntering(server, from('192.0.2.1'))).toBe('RATE_LIMITED');
    for (let n = 1; n <= 30; n += 1) await codeOfEntering(server, from(`[2001:db8:1:2::1]:${String(50_000 + n)}`));
    expect(await codeOfEntering(server, from('2001:db8:1:2::2'))).toBe('RATE_LIMITED');
  });

  it('tries in vain to look like others where no proxy is trusted', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    for (let n = 0; n < 30; n += 1) await codeOfEntering(server, { 'x-forwarded-for': `192.0.2.${String(n)}` });
    expect(await codeOfEntering(server, { 'x-forwarded-for': '192.0.2.200' })).toBe('RATE_LIMITED');
  });

  it('is who the trusted proxy says, whatever else they wrote themselves', async () => {
    const server = await aServer({ RATE_LIMITS: 'on', TRUST_PROXY: '1' });
    for (let n = 0; n < 30; n += 1) {
      await codeOfEntering(server, { 'x-forwarded-for': `203.0.113.${String(n)}, 192.0.2.1` });
    }
    expect(await codeOfEntering(server, { 'x-forwarded-for': '203.0.113.99, 192.0.2.1' })).toBe('RATE_LIMITED');
    expect(await codeOfEntering(server, { 'x-forwarded-for': '192.0.2.1, 192.0.2.2' })).toBe('BAD_USER_INPUT');
  });
});

describe('every change in a room', () => {
  it.each([
    ['joining', JOIN],
    ['leaving', LEAVE],
    ['removing members', REMOVE],
    ['giving roles', SET_ROLE],
    ['deleting', DELETE],
  ])('has its limit: %s', async (_, change) => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const { ada, ben } = await aCast(server);
    const variables = { id: 'no id', user: 'no id', role: 'MEMBER' };
    const answers = await Promise.all(
      Array.from({ length: 121 }, () => exchange(server.url, change, variables, ada.bearer)),
    );
    const codes = answers.map(({ answer }) => answer.errors?.[0]?.extensions.code);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(1);
    const { answer } = await exchange(server.url, change, variables, ben.bearer);
    expect(answer.errors?.[0]?.extensions.code).not.toBe('RATE_LIMITED');
  });
});

it('every change has a limit, but for what ends the session', async () => {
  const server = await aServer({ RATE_LIMITS: 'on' });
  await using socket = await (await Person.registers(server, 'ada')).opensSocket();
  const endsItself = ['Mutation.logout', 'Mutation.logoutEverywhere'];
  // Nor uploads: a file is nothing that an operation could say.
  const changes = (await rootFieldsOf(server.url)).filter(
    ({ name, kind, takesUpload }) => kind === 'mutation' && !takesUpload && !endsItself.includes(name),
  );
  const unlimited: string[] = [];
  for (const { name, operation } of changes) if (!(await isLimited(socket, operation))) unlimited.push(name);
  expect(changes).not.toEqual([]);
  expect(unlimited).toEqual([]);
});

describe('somebody who opens socket after socket', () => {
  it('has 50, and one more when one of them is closed; others have theirs', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const { ada, ben } = await aCast(server);
    const sockets = await Promise.all(Array.from({ length: 50 }, () => ada.opensSocket()));
    await expect(ada.opensSocket()).rejects.toThrow('closed with 4429');
    await (await ben.opensSocket()).close();
    await sockets.pop()?.close();
    // The server hears of the end on its own side of the wire.
    sockets.push(await vi.waitFor(() => ada.opensSocket()));
    await Promise.all(sockets.map((socket) => socket.close()));
  });
});

describe('somebody who follows more and more', () => {
  it('may have each event shown in so many ways on all their sockets, and in another when one of them ends', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const sockets = [await ada.opensSocket(), await ada.opensSocket()] as const;
    const follow = (socket: Socket, number: number) =>
      socket.subscribes(dear(`Q${String(number)}`), { roomId: room.id });
    const open = Array.from({ length: 60 }, (_, number) => follow(sockets[number < 30 ? 0 : 1], number));
    for (const subscription of open) await subscription.next();
    for (const socket of sockets) expect(await follow(socket, 60).refusal()).toBe('RATE_LIMITED');
    await using bens = await ben.opensSocket();
    await follow(bens, 0).next();
    open[0]?.unsubscribe();
    await follow(sockets[1], 61).next();
    await sockets[0].close();
    await vi.waitFor(() => follow(sockets[1], 62).next());
    await sockets[1].close();
  });
});

describe('a server with RATE_LIMITS=off', () => {
  it('lets one account have more than 50 sockets', async () => {
    const server = await aServer({ RATE_LIMITS: 'off' });
    const ada = await Person.registers(server, 'ada');
    const sockets = await Promise.all(Array.from({ length: 51 }, () => ada.opensSocket()));
    await Promise.all(sockets.map((socket) => socket.close()));
  });

  it('limits nobody', async () => {
    const server = await aServer({ RATE_LIMITS: 'off' });
    for (let n = 0; n < 40; n += 1) expect(await codeOfEntering(server)).toBe('BAD_USER_INPUT');
  });
});

/** Asks more often than any limit lets. */
async function isLimited(socket: Socket, operation: string): Promise<boolean> {
  for (let asked = 0; asked <= 3000; asked += 31) {
    const answers = await Promise.all(Array.from({ length: 31 }, () => socket.subscribes(operation).answer()));
    const codes = answers.flatMap(({ errors = [] }) => errors).map(({ extensions }) => extensions.code);
    if (codes.includes('RATE_LIMITED')) return true;
  }
  return false;
}

/** A subscription with a name of its own, so that nobody shares it. An event of it costs 414. */
function dear(name: string): string {
  const bodies = Array.from({ length: 41 }, (_, number) => `b${String(number)}: body`).join(' ');
  return `subscription ${name}($roomId: ID!) { roomEvents(roomId: $roomId) { cursor event { ... on MessageEvent { message { ${bodies} } } } } }`;
}

/** Enters without a nickname, which costs the server nothing but is counted. */
async function codeOfEntering(server: TestServer, headers: Record<string, string> = {}): Promise<string> {
  return refusalIn((await enterAsGuest(server, { nickname: '' }, headers)).answer).code;
}

async function refusalOf({ url }: TestServer, query: string, headers: Record<string, string>) {
  return refusalIn((await exchange(url, query, {}, headers)).answer);
}
