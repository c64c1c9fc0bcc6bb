import { describe, expect, it } from 'vitest';
import {
  aName,
  enterAsGuest,
  login,
  logout,
  refreshSession,
  refreshTokenOf,
  register,
  signInOf,
  viewerOf,
} from '../support/people/accounts.js';
import { cookieHeader, cookiesIn } from '../support/requests/cookies.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { aServer, type TestServer } from '../support/servers/server.js';

const EXPENSIVE = `{ rooms(first: 90) { nodes { members(first: 100) { nodes { role joinedAt user { id username } } } } } }`;
const INTROSPECTION = '{ __schema { types { fields { args { name type { name } } type { name } } } } }';

describe('a page that refreshes its session over and over', () => {
  it('is refused, whether it brings its token in a cookie or not, and its neighbours come in, stay in and go', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const username = aName();
    const done = await register(server, { username, password: PASSWORD, cookie: true });
    const cookie = cookieHeader(cookiesIn(done.headers));
    const ben = await Person.registers(server, aName());
    await untilRefused(() => refreshSession(server, null, cookie));
    const { retryAfter } = refusalIn((await refreshSession(server, null, cookie)).answer);
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(60);
    await allGoesOn(server, ben);
    // Ada herself, in another browser.
    expect(signInOf(await login(server, { username, password: PASSWORD })).user.username).toBe(username);
  });

  it('is refused for tokens that are worth nothing any more, too', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const ada = await Person.registers(server, aName());
    await logout(server, ada.bearer);
    await untilRefused(() => refreshSession(server, { refreshToken: ada.refreshToken }));
  });

  it('takes nothing from those who have a session when it has none itself, or makes tokens up', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const ben = await Person.registers(server, aName());
    const [id = ''] = ben.refreshToken.split('.');
    await untilRefused((n) => refreshSession(server, n % 2 ? null : { refreshToken: `${id}.0.${'A'.repeat(43)}` }));
    await allGoesOn(server, ben, { withoutSession: 'RATE_LIMITED' });
  });
});

describe('a visitor who asks for more than there is', () => {
  it('is refused, and nobody else at the address: neither those who come in nor those who are in', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const ben = await Person.registers(server, aName());
    await untilRefused(() => exchange(server.url, INTROSPECTION, {}));
    await allGoesOn(server, ben);
    expect((await exchange(server.url, '{ rooms { nodes { id } } }', {}, ben.bearer)).status).toBe(200);
  });

  it('gets nothing else by signing in besides', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    await untilRefused(() => exchange(server.url, INTROSPECTION, {}));
    const types = Array.from({ length: 60 }, (_, n) => `t${String(n)}: __typename`).join(' ');
    for (const together of [
      'mutation { logout { ok } ...More } fragment More on Mutation { __typename }',
      `mutation { logout { ok ${types} } b: logout { ok ${types} } c: logout { ok ${types} } d: logout { ok ${types} } }`,
    ]) {
      expect(refusalIn((await exchange(server.url, together, {})).answer).code).not.toBe('UNAUTHENTICATED');
    }
    const query = '{ viewer { user { id } } }';
    expect(refusalIn((await exchange(server.url, query, {})).answer).code).toBe('RATE_LIMITED');
  });
});

describe('accounts that have asked for all that their address may ask for', () => {
  it('leave the way in and out open', async () => {
    const server = await aServer({ RATE_LIMITS: 'on' });
    const ben = await Person.registers(server, aName());
    for (let n = 0; n < 5; n += 1) {
      const otto = await Person.registers(server, aName());
      await untilRefused(() => exchange(server.url, EXPENSIVE, {}, otto.bearer));
    }
    expect((await exchange(server.url, EXPENSIVE, {}, ben.bearer)).status).toBe(429);
    await allGoesOn(server, ben, { asks: false });
  });
});

describe('somebody who guesses a password on and on', () => {
  it('spends what they have for that account, and not what a neighbour needs to sign in on a new device', async () => {
    const server = await aServer({ RATE_LIMITS: 'on', TRUST_PROXY: '1' });
    const here = { 'x-forwarded-for': '192.0.2.1' };
    const [ada, ben] = [aName(), aName()];
    for (const username of [ada, ben])
      await register(server, { username, password: PASSWORD }, { 'x-forwarded-for': '198.51.100.1' });
    const codes: string[] = [];
    for (let n = 0; n < 60; n += 1)
      codes.push(refusalIn((await login(server, { username: ada, password: 'wrong horse' }, here)).answer).code);
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(10);
    expect(signInOf(await login(server, { username: ben, password: PASSWORD }, here)).user.username).toBe(ben);
  });

  it('and the account’s own owner, elsewhere, has lost no more tries than were made', async () => {
    const server = await aServer({ RATE_LIMITS: 'on', TRUST_PROXY: '1' });
    const ada = aName();
    await register(server, { username: ada, password: PASSWORD }, { 'x-forwarded-for': '198.51.100.1' });
    const wrong = { username: ada, password: 'wrong horse' };
    for (let n = 0; n < 150; n += 1) await login(server, wrong, { 'x-forwarded-for': '192.0.2.1' });
    const { answer } = await login(server, { username: ada, password: PASSWORD }, { 'x-forwarded-for': '203.0.113.9' });
    expect(answer.errors).toBeUndefined();
  });
});

/** What everybody else at the address does all day. */
async function allGoesOn(
  server: TestServer,
  ben: Person,
  { withoutSession = 'UNAUTHENTICATED', asks = true } = {},
): Promise<void> {
  for (const path of ['/', '/login', '/chat']) expect((await fetch(server.url + path)).status).toBe(200);
  expect(refusalIn((await refreshSession(server, null)).answer).code).toBe(withoutSession);
  const next = signInOf(await refreshSession(server, { refreshToken: ben.refreshToken }));
  ben.refreshToken = refreshTokenOf(next);
  if (asks) expect(await viewerOf(server, next.session.accessToken)).toBe(ben.username);
  expect(signInOf(await login(server, { username: ben.username, password: PASSWORD })).user.id).toBe(ben.id);
  const username = aName();
  expect(signInOf(await register(server, { username, password: PASSWORD })).user.username).toBe(username);
  const guest = signInOf(await enterAsGuest(server, { nickname: aName() }));
  const { answer } = await logout(server, { authorization: `Bearer ${guest.session.accessToken}` });
  expect(answer.errors).toBeUndefined();
}

async function untilRefused(ask: (n: number) => Promise<Awaited<ReturnType<typeof exchange>>>): Promise<void> {
  for (let n = 0; n < 400; n += 1) {
    const { answer } = await ask(n);
    if (answer.errors?.[0]?.extensions.code === 'RATE_LIMITED') return;
  }
  throw new Error('Nobody was refused.');
}
