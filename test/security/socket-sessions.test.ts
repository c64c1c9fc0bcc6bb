import { describe, expect, it, vi } from 'vitest';
import { SocketServer } from '#server/api/index.js';
import { Authenticator } from '#server/auth/index.js';
import { aCast } from '../support/people/cast.js';
import { ROOM_EVENTS } from '../support/feeds/feed.js';
import { post } from '../support/requests/graphql.js';
import { Person } from '../support/people/person.js';
import { RawSocket } from '../support/sockets/raw-socket.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const REFRESH =
  'mutation ($token: String!) { refreshSession(input: { refreshToken: $token }) { session { accessToken } } }';
const ACCESS_TOKEN_MINUTES = 15;

describe('the words of a closed socket', () => {
  it('say whether the token has run out, is none, or names a session that was ended', async () => {
    const { ada, ben } = await aCast(server);
    await ben.asks('mutation { logout { ok } }');
    expect(await farewellAtHello({ authorization: 'Bearer nonsense' })).toMatch(/^TOKEN_INVALID: /);
    expect(await farewellAtHello(ben.bearer)).toMatch(/^SESSION_ENDED: /);
    server.clock.advance({ minutes: ACCESS_TOKEN_MINUTES, seconds: 1 });
    expect(await farewellAtHello(ada.bearer)).toMatch(/^TOKEN_EXPIRED: /);
    server.clock.advance({ minutes: -ACCESS_TOKEN_MINUTES, seconds: -1 });
  });

  it('blame nobody’s session for a disk that fails: 1013', async () => {
    const { ada } = await aCast(server);
    const trouble = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' });
    vi.spyOn(server.app.get(Authenticator), 'authenticate').mockRejectedValueOnce(trouble);
    expect(await closeCodeAtHello(ada.bearer)).toBe(1013);
  });
});

describe('a token that has run out', () => {
  it('closes its socket also where the clock was set, or the machine slept: 4403', async () => {
    const { ada } = await aCast(server);
    const socket = await ada.opensSocket();
    server.clock.advance({ minutes: ACCESS_TOKEN_MINUTES, seconds: 1 });
    server.app.get(SocketServer).beat();
    expect(await socket.closed).toBe(4403);
    server.clock.advance({ minutes: -ACCESS_TOKEN_MINUTES, seconds: -1 });
  });

  it('is told so when the socket opens: 4403', async () => {
    const { ada } = await aCast(server);
    server.clock.advance({ minutes: ACCESS_TOKEN_MINUTES, seconds: 1 });
    expect(await closeCodeAtHello(ada.bearer)).toBe(4403);
    server.clock.advance({ minutes: -ACCESS_TOKEN_MINUTES, seconds: -1 });
  });

  it('closes the socket that it opened: 4403', async () => {
    // A token that was made almost its whole life ago.
    server.clock.advance({ minutes: -ACCESS_TOKEN_MINUTES, seconds: 3 });
    const ada = await Person.registers(server, 'ada.in.a.hurry');
    server.clock.advance({ minutes: ACCESS_TOKEN_MINUTES, seconds: -3 });
    const socket = await ada.opensSocket();
    expect(await socket.closed).toBe(4403);
  });

  it('has no say over the socket of one that has not', async () => {
    server.clock.advance({ minutes: -ACCESS_TOKEN_MINUTES, seconds: 3 });
    const ada = await Person.registers(server, 'ada.refreshed');
    server.clock.advance({ minutes: ACCESS_TOKEN_MINUTES, seconds: -3 });
    const old = await ada.opensSocket();
    ada.accessToken = await refreshed(ada);
    await using socket = await ada.opensSocket();
    expect(await old.closed).toBe(4403);
    await socket.subscribes('{ viewer { eventCursor } }').next();
  });
});

describe('a session that was ended', () => {
  it('opens no socket: 4401', async () => {
    const { ada } = await aCast(server);
    await ada.asks('mutation { logout { ok } }');
    expect(await closeCodeAtHello(ada.bearer)).toBe(4401);
  });

  it('opens none where it ends while the socket signs in: 4401', async () => {
    const { ada } = await aCast(server);
    const authenticator = server.app.get(Authenticator);
    const authenticate = authenticator.authenticate.bind(authenticator);
    vi.spyOn(authenticator, 'authenticate').mockImplementationOnce(async (authorization) => {
      const actor = await authenticate(authorization);
      await ada.asks('mutation { logout { ok } }');
      return actor;
    });
    expect(await closeCodeAtHello(ada.bearer)).toBe(4401);
  });

  it('takes its open sockets with it when its owner signs out: 4401', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const sockets = [await ada.opensSocket(), await ada.opensSocket()];
    for (const socket of sockets) await socket.subscribes(ROOM_EVENTS, { roomId: room.id }).next();
    await using bens = await ben.opensSocket();
    const feed = bens.subscribes(ROOM_EVENTS, { roomId: room.id });
    await feed.next();
    await ada.asks('mutation { logout { ok } }');
    for (const socket of sockets) expect(await socket.closed).toBe(4401);
    await ben.says('Still here', room);
    await feed.next();
  });

  it('takes them also when it is ended over one of them', async () => {
    const { ada } = await aCast(server);
    const [socket, other] = [await ada.opensSocket(), await ada.opensSocket()];
    socket.subscribes('mutation { logout { ok } }');
    expect(await socket.closed).toBe(4401);
    expect(await other.closed).toBe(4401);
  });

  it('takes them when somebody uses a refresh token that was traded long ago', async () => {
    const { ada } = await aCast(server);
    const socket = await ada.opensSocket();
    const first = ada.accessToken;
    ada.accessToken = await refreshed(ada);
    await ada.asks('{ viewer { eventCursor } }');
    ada.accessToken = first;
    server.clock.advance({ seconds: 11 });
    await ada.isRefused('UNAUTHENTICATED', REFRESH, { token: ada.refreshToken });
    expect(await socket.closed).toBe(4401);
  });

  it('lets the other sessions of the same account be', async () => {
    const { ada } = await aCast(server);
    const login = `mutation ($name: String!) { login(input: { username: $name, password: "a long password" }) { session { accessToken } } }`;
    const answer = await post<{ login: { session: { accessToken: string } } }>(server.url, login, {
      name: ada.username,
    });
    await using socket = await ada.opensSocket();
    await post(
      server.url,
      'mutation { logout { ok } }',
      {},
      { authorization: `Bearer ${answer.data?.login?.session.accessToken ?? ''}` },
    );
    await socket.subscribes('{ viewer { eventCursor } }').next();
  });
});

describe('what is no token of ours', () => {
  it.each([
    ['no token', 'Bearer nonsense'],
    ['another scheme', 'Basic YWRhOnNlY3JldA=='],
    ['a token without its scheme', 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl'],
    ['a Bearer of nothing', 'Bearer '],
    ['nothing', ''],
  ])('opens no socket: 4401 for %s', async (_, authorization) => {
    expect(await farewellAtHello({ authorization })).toMatch(/^TOKEN_INVALID: /);
    expect(await closeCodeAtHello({ authorization })).toBe(4401);
  });

  it('opens none in the header of the handshake: 4401', async () => {
    using socket = await RawSocket.open(server.url, { authorization: 'Bearer nonsense' });
    socket.says({ type: 'connection_init' });
    expect(await socket.closed).toBe(4401);
  });

  it('but a token of ours in that header is as good as in connectionParams', async () => {
    const { ada } = await aCast(server);
    using socket = await RawSocket.acknowledged(server.url, {}, { authorization: `Bearer ${ada.accessToken}` });
    socket.says({ type: 'subscribe', id: '1', payload: { query: '{ viewer { user { username } } }' } });
    expect(await socket.next()).toMatchObject({ payload: { data: { viewer: { user: { username: ada.username } } } } });
  });

  it('a token in the address opens none, and hears where it belongs: 4400', async () => {
    const { ada } = await aCast(server);
    using socket = await RawSocket.open(server.url, { path: `/graphql?token=${ada.accessToken}` });
    socket.says({ type: 'connection_init' });
    expect(await socket.closed).toBe(4400);
    expect(await socket.farewell).toContain('connectionParams');
  });

  it.each([
    [{ authorization: { token: 1 } }],
    [{ authToken: 'nonsense' }],
    [{ token: 'nonsense' }],
    [{ headers: { 'x-token': 'nonsense' } }],
    [{ payload: { token: 'nonsense' } }],
  ])('%j opens none either, and says where it belongs: 4400', async (payload) => {
    using socket = await RawSocket.open(server.url);
    socket.says({ type: 'connection_init', payload });
    expect(await socket.closed).toBe(4400);
    expect(await socket.farewell).toContain('connectionParams: { authorization: "Bearer ACCESS_TOKEN" }');
  });

  it.each(['Authorization', 'AUTHORIZATION', 'headers'])('but %s is good for a token of ours', async (name) => {
    const { ada } = await aCast(server);
    const authorization = `bearer ${ada.accessToken}`;
    const payload = { [name]: name === 'headers' ? { Authorization: authorization } : authorization };
    using socket = await RawSocket.acknowledged(server.url, payload);
    socket.says({ type: 'subscribe', id: '1', payload: { query: '{ viewer { user { username } } }' } });
    expect(await socket.next()).toMatchObject({ payload: { data: { viewer: { user: { username: ada.username } } } } });
  });

  it.each([undefined, {}, { authorization: null }, { authToken: null }, { lang: 'pt', client: { name: 'tea' } }])(
    'a socket with %j is a visitor’s',
    async (payload) => {
      using socket = await RawSocket.acknowledged(server.url, payload);
      socket.says({ type: 'subscribe', id: '1', payload: { query: '{ rooms { totalCount } }' } });
      expect(await socket.next()).toMatchObject({ payload: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
    },
  );
});

it('a server that stops asks everybody to come back later: 1001', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const sockets = [await ada.opensSocket(), await ben.opensSocket()];
  for (const socket of sockets) await socket.subscribes(ROOM_EVENTS, { roomId: room.id }).next();
  await server.restart();
  for (const socket of sockets) expect(await socket.closed).toBe(1001);
  await using again = await ada.opensSocket();
  await again.subscribes(ROOM_EVENTS, { roomId: room.id }).next();
});

async function closeCodeAtHello(payload: unknown): Promise<number> {
  using socket = await RawSocket.open(server.url);
  socket.says({ type: 'connection_init', payload });
  return await socket.closed;
}

async function farewellAtHello(payload: unknown): Promise<string> {
  using socket = await RawSocket.open(server.url);
  socket.says({ type: 'connection_init', payload });
  return await socket.farewell;
}

async function refreshed(person: Person): Promise<string> {
  const { refreshSession } = await person.asks<{ refreshSession: { session: { accessToken: string } } }>(REFRESH, {
    token: person.refreshToken,
  });
  return refreshSession.session.accessToken;
}
