import { describe, expect, it } from 'vitest';
import {
  aName,
  login,
  refreshSession,
  refreshTokenOf,
  register,
  type SignIn,
  signInOf,
  viewerOf,
} from '../support/people/accounts.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { dataOf, post } from '../support/requests/graphql.js';
import { Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { Socket } from '../support/sockets/socket.js';
import { statementsDuring } from '../support/servers/statements.js';

const server = await aServer();
const password = 'correct horse';
const SESSIONS = '{ viewer { sessions { id createdAt lastUsedAt expiresAt address client isCurrent } } }';
const REVOKE = 'mutation ($id: ID!) { revokeSession(input: { sessionId: $id }) { ok } }';
const EVERYWHERE = 'mutation { logoutEverywhere { ok } }';

interface OwnSession {
  readonly id: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly client: string | null;
  readonly isCurrent: boolean;
}

describe('the sessions of somebody', () => {
  it('are shown to them with where each came from, the one used last first', async () => {
    const { username, phone } = await anAccount();
    server.clock.advance({ minutes: 1 });
    const laptop = signInOf(await login(server, { username, password }, { 'user-agent': 'Laptop/1.0' }));
    const sessions = await sessionsOf(laptop);
    expect(sessions).toMatchObject([
      { client: 'Laptop/1.0', address: '127.0.0.1', isCurrent: true },
      { client: 'Phone/1.0', address: '127.0.0.1', isCurrent: false },
    ]);
    server.clock.advance({ minutes: 1 });
    const refreshed = signInOf(await refreshSession(server, { refreshToken: refreshTokenOf(phone) }));
    expect((await sessionsOf(refreshed)).map(({ client, isCurrent }) => [client, isCurrent])).toEqual([
      ['Phone/1.0', true],
      ['Laptop/1.0', false],
    ]);
  });

  it('are gone from the list when they have ended by themselves', async () => {
    const { username, phone } = await anAccount();
    server.clock.advance({ days: 29 });
    const laptop = signInOf(await login(server, { username, password }));
    expect(await sessionsOf(laptop)).toHaveLength(2);
    server.clock.advance({ days: 1, minutes: 1 });
    const later = signInOf(await login(server, { username, password }));
    expect((await sessionsOf(later)).length).toBe(2);
    expect(await viewerOf(server, phone.session.accessToken)).toBeNull();
  });

  it('keep no more of a program’s name than a line', async () => {
    const { username } = await anAccount();
    const signIn = signInOf(await login(server, { username, password }, { 'user-agent': 'x'.repeat(5000) }));
    expect((await sessionsOf(signIn))[0]?.client).toBe('x'.repeat(256));
  });
});

describe('ending one of one’s own sessions', () => {
  it('ends its tokens and sockets at once, takes it off the list, and leaves the one that asked alone', async () => {
    const { username, phone } = await anAccount();
    const laptop = signInOf(await login(server, { username, password }));
    const lost = await Socket.open(server.url, phone.session.accessToken);
    await using kept = await Socket.open(server.url, laptop.session.accessToken);
    const id = (await sessionsOf(phone)).find(({ isCurrent }) => isCurrent)?.id;
    expect(dataOf(await post(server.url, REVOKE, { id }, bearer(laptop)))).toEqual({ revokeSession: { ok: true } });
    expect(await lost.closed).toBe(4401);
    expect(await viewerOf(server, phone.session.accessToken)).toBeNull();
    const refreshed = await refreshSession(server, { refreshToken: refreshTokenOf(phone) });
    expect(refusalIn(refreshed.answer).code).toBe('UNAUTHENTICATED');
    expect((await sessionsOf(laptop)).map(({ isCurrent }) => isCurrent)).toEqual([true]);
    expect(await viewerOf(server, laptop.session.accessToken)).toBe(username);
    await kept.subscribes('{ viewer { eventCursor } }').next();
  });

  it('is no error the second time', async () => {
    const { username, phone } = await anAccount();
    const laptop = signInOf(await login(server, { username, password }));
    const id = (await sessionsOf(laptop)).find(({ isCurrent }) => !isCurrent)?.id;
    for (let round = 0; round < 2; round += 1) dataOf(await post(server.url, REVOKE, { id }, bearer(laptop)));
    expect(await viewerOf(server, phone.session.accessToken)).toBeNull();
  });

  it('is not for others’ sessions, which do not even exist', async () => {
    const { username, phone } = await anAccount();
    const [adas] = await sessionsOf(phone);
    const otto = await Person.registers(server, aName());
    await otto.isRefused('NOT_FOUND', REVOKE, { id: adas?.id });
    await otto.isRefused('NOT_FOUND', REVOKE, { id: 'no id' });
    expect(await viewerOf(server, phone.session.accessToken)).toBe(username);
  });
});

describe('a hundred sessions of one account', () => {
  it('are as many as it may have: one more ends the one that was used longest ago, at once', async () => {
    const { username, phone } = await anAccount();
    await using socket = await Socket.open(server.url, phone.session.accessToken);
    const laptop = signInOf(await login(server, { username, password }));
    for (let count = 2; count < 100; count += 1) signInOf(await login(server, { username, password }));
    expect(await viewerOf(server, phone.session.accessToken)).toBe(username);
    const newest = signInOf(await login(server, { username, password }));
    expect(await socket.closed).toBe(4401);
    expect(await viewerOf(server, phone.session.accessToken)).toBeNull();
    for (const { session } of [laptop, newest]) expect(await viewerOf(server, session.accessToken)).toBe(username);
  });

  it('end one of them and not the new one, also where a clock that was ahead is set right', async () => {
    const { username } = await anAccount();
    server.clock.advance({ minutes: 5 });
    for (let count = 1; count < 101; count += 1) signInOf(await login(server, { username, password }));
    server.clock.advance({ minutes: -5 });
    const newest = signInOf(await login(server, { username, password }));
    expect(await viewerOf(server, newest.session.accessToken)).toBe(username);
  });
});

describe('signing out everywhere', () => {
  it('ends every session of the account, the one that asks included, and nobody else’s', async () => {
    const { username, phone } = await anAccount();
    const laptop = signInOf(await login(server, { username, password }));
    const otto = await Person.registers(server, aName());
    const sockets = await Promise.all([phone, laptop].map((it) => Socket.open(server.url, it.session.accessToken)));
    await using ottos = await otto.opensSocket();
    dataOf(await post(server.url, EVERYWHERE, {}, bearer(phone)));
    expect(await Promise.all(sockets.map((socket) => socket.closed))).toEqual([4401, 4401]);
    for (const { session } of [phone, laptop]) expect(await viewerOf(server, session.accessToken)).toBeNull();
    await ottos.subscribes('{ viewer { eventCursor } }').next();
    expect(signInOf(await login(server, { username, password })).user.username).toBe(username);
  });

  it('ends them in one statement, however many there are: nobody else can write meanwhile', async () => {
    const { username, phone } = await anAccount();
    for (let count = 0; count < 10; count += 1) signInOf(await login(server, { username, password }));
    const statements = await statementsDuring(server, () => post(server.url, EVERYWHERE, {}, bearer(phone)));
    expect(statements.filter((statement) => /^update .?session/.test(statement))).toHaveLength(1);
    expect(statements.filter((statement) => /^insert into .?audit_entry/.test(statement))).toHaveLength(11);
    expect(await viewerOf(server, phone.session.accessToken)).toBeNull();
  });

  it('ends a guest’s stay, too', async () => {
    const guest = await Person.entersAsGuest(server, aName());
    await guest.asks(EVERYWHERE);
    const { answer } = await exchange<{ viewer: unknown }>(server.url, '{ viewer { user { id } } }', {}, guest.bearer);
    expect(dataOf(answer).viewer).toBeNull();
  });
});

async function anAccount(): Promise<{ username: string; phone: SignIn }> {
  const username = aName();
  return { username, phone: signInOf(await register(server, { username, password }, { 'user-agent': 'Phone/1.0' })) };
}

async function sessionsOf(signIn: SignIn): Promise<readonly OwnSession[]> {
  const answer = await post<{ viewer: { sessions: OwnSession[] } }>(server.url, SESSIONS, {}, bearer(signIn));
  return dataOf(answer).viewer.sessions;
}

function bearer({ session }: SignIn): Record<string, string> {
  return { authorization: `Bearer ${session.accessToken}` };
}
