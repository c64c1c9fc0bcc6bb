import { describe, expect, it } from 'vitest';
import { aName, refreshSession, refreshTokenOf, register, signInOf, viewerOf } from '../support/accounts.js';
import { cookieHeader, cookiesIn } from '../support/cookies.js';
import { refusalIn } from '../support/exchange.js';
import { aServer } from '../support/server.js';
import { Socket } from '../support/socket.js';

const server = await aServer();
const password = 'correct horse';

describe('a refresh token', () => {
  it('trades for a new pair, and the session goes on', async () => {
    const ada = await aSession();
    server.clock.advance({ minutes: 14 });
    const next = await trade(ada.refreshToken);
    expect(next.refreshToken).not.toBe(ada.refreshToken);
    server.clock.advance({ minutes: 14 });
    expect(await viewerOf(server, ada.accessToken)).toBeNull();
    expect(await viewerOf(server, next.accessToken)).toBe(ada.username);
    expect((await trade(next.refreshToken)).accessToken).not.toBe(next.accessToken);
  });

  it('gives the same pair again within ten seconds: two tabs, or a lost answer', async () => {
    const ada = await aSession();
    const pairs = await Promise.all([trade(ada.refreshToken), trade(ada.refreshToken), trade(ada.refreshToken)]);
    server.clock.advance({ seconds: 8 });
    pairs.push(await trade(ada.refreshToken));
    expect(new Set(pairs.map(({ refreshToken }) => refreshToken)).size).toBe(1);
    expect(new Set(pairs.map(({ accessToken }) => accessToken)).size).toBe(1);
  });

  it('used again later than that ends the session, its tokens and its sockets', async () => {
    const ada = await aSession();
    const next = await trade(ada.refreshToken);
    const socket = await Socket.open(server.url, next.accessToken);
    server.clock.advance({ seconds: 11 });
    expect(await viewerOf(server, next.accessToken)).toBe(ada.username);

    expect(await refusalOf(ada.refreshToken)).toBe('UNAUTHENTICATED');
    expect(await socket.closed).toBe(4401);
    expect(await viewerOf(server, next.accessToken)).toBeNull();
    expect(await refusalOf(next.refreshToken)).toBe('UNAUTHENTICATED');
  });

  it('that others have followed within the ten seconds still gives what it gave', async () => {
    const ada = await aSession();
    const next = await trade(ada.refreshToken);
    const newest = await trade(next.refreshToken);
    expect(await trade(ada.refreshToken)).toEqual(next);
    expect(await viewerOf(server, newest.accessToken)).toBe(ada.username);
  });

  it('older than the last two ends the session too', async () => {
    const ada = await aSession();
    const next = await trade(ada.refreshToken);
    server.clock.advance({ seconds: 11 });
    const newest = await trade(next.refreshToken);
    expect(await refusalOf(ada.refreshToken)).toBe('UNAUTHENTICATED');
    expect(await refusalOf(newest.refreshToken)).toBe('UNAUTHENTICATED');
  });

  it('that nobody was given ends nothing', async () => {
    const ada = await aSession();
    const [id = ''] = ada.refreshToken.split('.');
    const forgeries = [`${id}.0.${'A'.repeat(43)}`, `${id}.1.${'A'.repeat(43)}`, 'nonsense', '', '\0', ada.accessToken];
    for (const forged of forgeries) expect(await refusalOf(forged)).toBe('UNAUTHENTICATED');
    expect(await viewerOf(server, ada.accessToken)).toBe(ada.username);
    expect((await trade(ada.refreshToken)).accessToken).not.toBe('');
  });

  it('lasts for 30 days without use, and no longer', async () => {
    const ada = await aSession();
    server.clock.advance({ days: 29 });
    const next = await trade(ada.refreshToken);
    server.clock.advance({ days: 31 });
    expect(await refusalOf(next.refreshToken)).toBe('UNAUTHENTICATED');
  });

  it('is no access token', async () => {
    const ada = await aSession();
    expect(await viewerOf(server, ada.refreshToken)).toBeNull();
  });
});

describe('a refresh token in a cookie', () => {
  it('is not in the answer, out of reach of scripts, and sent to this site alone', async () => {
    const done = await register(server, { username: aName(), password, cookie: true });
    expect(signInOf(done).session.refreshToken).toBeNull();
    const [refresh, files] = cookiesIn(done.headers);
    expect(refresh).toMatchObject({
      name: 'tertulia-refresh',
      attributes: ['httponly', 'max-age=2592000', 'path=/', 'samesite=strict'],
    });
    expect(files).toMatchObject({
      name: 'tertulia-files',
      attributes: ['httponly', 'max-age=2592000', 'path=/uploads', 'samesite=strict'],
    });
  });

  it('is given back in a cookie', async () => {
    const done = await register(server, { username: aName(), password, cookie: true });
    const cookies = cookiesIn(done.headers);
    const next = await refreshSession(server, null, cookieHeader(cookies));
    expect(signInOf(next).session.refreshToken).toBeNull();
    expect(signInOf(next).user.username).toBe(signInOf(done).user.username);
    const [refresh] = cookiesIn(next.headers);
    expect(refresh?.name).toBe('tertulia-refresh');
    expect(refresh?.value).not.toBe(cookies[0]?.value);
  });

  it('counts less than one that is named, which comes back in the answer', async () => {
    const withCookie = await register(server, { username: aName(), password, cookie: true });
    const ada = await aSession();
    const cookies = cookieHeader(cookiesIn(withCookie.headers));
    const next = await refreshSession(server, { refreshToken: ada.refreshToken }, cookies);
    expect(signInOf(next).user.username).toBe(ada.username);
    expect(signInOf(next).session.refreshToken).not.toBeNull();
    expect(cookiesIn(next.headers)).toEqual([]);
  });

  it('is cleared when the session is over', async () => {
    const done = await register(server, { username: aName(), password, cookie: true });
    server.clock.advance({ days: 31 });
    const late = await refreshSession(server, null, cookieHeader(cookiesIn(done.headers)));
    expect(refusalIn(late.answer).code).toBe('UNAUTHENTICATED');
    expect(cookiesIn(late.headers).map(({ name, value }) => [name, value])).toEqual([
      ['tertulia-refresh', ''],
      ['tertulia-files', ''],
    ]);
  });

  it('authorises nothing else', async () => {
    const done = await register(server, { username: aName(), password, cookie: true });
    expect(await viewerOf(server, null, cookieHeader(cookiesIn(done.headers)))).toBeNull();
  });

  it('is not there: then nobody is signed in', async () => {
    const { answer } = await refreshSession(server, null);
    expect(refusalIn(answer).code).toBe('UNAUTHENTICATED');
  });
});

describe('the cookies behind https', async () => {
  const behindProxy = await aServer({ PUBLIC_URL: 'https://chat.example.org' });

  it('are Secure, and the refresh token’s is bound to this host', async () => {
    const done = await register(behindProxy, { username: aName(), password, cookie: true });
    const [refresh, files] = cookiesIn(done.headers);
    expect(refresh?.name).toBe('__Host-tertulia-refresh');
    expect(refresh?.attributes).toEqual(['httponly', 'max-age=2592000', 'path=/', 'samesite=strict', 'secure']);
    expect(files?.attributes).toContain('secure');
  });
});

async function aSession() {
  const signIn = signInOf(await register(server, { username: aName(), password }));
  const { accessToken } = signIn.session;
  return { username: signIn.user.username, accessToken, refreshToken: refreshTokenOf(signIn) };
}

async function trade(refreshToken: string) {
  const signIn = signInOf(await refreshSession(server, { refreshToken }));
  return { accessToken: signIn.session.accessToken, refreshToken: refreshTokenOf(signIn) };
}

async function refusalOf(refreshToken: string): Promise<string> {
  return refusalIn((await refreshSession(server, { refreshToken })).answer).code;
}
