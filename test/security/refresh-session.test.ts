import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aName, refreshSession, refreshTokenOf, register, signInOf, viewerOf } from '../support/people/accounts.js';
import { hearCommits } from '../support/servers/commits.js';
import { cookieHeader, cookiesIn } from '../support/requests/cookies.js';
import { refusalIn } from '../support/requests/exchange.js';
import { aServer } from '../support/servers/server.js';
import { Socket } from '../support/sockets/socket.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';

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

  it.each([
    ['after 11 seconds', { seconds: 11 }],
    ['after 14 minutes', { minutes: 14 }],
  ])('gives the same pair again %s, where its answer was lost', async (_, later) => {
    const ada = await aSession();
    const lost = await trade(ada.refreshToken);
    server.clock.advance(later);
    const next = await trade(ada.refreshToken);
    expect(next).toEqual(lost);
    expect(await viewerOf(server, next.accessToken)).toBe(ada.username);
    expect((await trade(next.refreshToken)).refreshToken).not.toBe(next.refreshToken);
  });

  it('gives the same refresh token again after a day, with an access token that is still good, as often as the answer is lost', async () => {
    const ada = await aSession();
    const lost = await trade(ada.refreshToken);
    server.clock.advance({ days: 1 });
    const lostAgain = await trade(ada.refreshToken);
    server.clock.advance({ days: 1 });
    const next = await trade(ada.refreshToken);
    expect([next.refreshToken, lostAgain.refreshToken]).toEqual([lost.refreshToken, lost.refreshToken]);
    expect(await viewerOf(server, lost.accessToken)).toBeNull();
    expect(await viewerOf(server, next.accessToken)).toBe(ada.username);
    await trade(next.refreshToken);
  });

  it.each<[string, (next: { accessToken: string; refreshToken: string }) => Promise<unknown>]>([
    ['the new access token was shown over HTTP', ({ accessToken }) => viewerOf(server, accessToken)],
    ['it opened a socket', async ({ accessToken }) => (await Socket.open(server.url, accessToken)).close()],
    ['the new refresh token was traded', ({ refreshToken }) => trade(refreshToken)],
  ])('ends the session when it comes again after %s', async (_, uses) => {
    const ada = await aSession();
    const next = await trade(ada.refreshToken);
    server.clock.advance({ seconds: 11 });
    await uses(next);
    expect(await reasonOf(ada.refreshToken)).toBe('SESSION_ENDED');
    expect(await viewerOf(server, next.accessToken)).toBeNull();
    expect(await reasonOf(next.refreshToken)).toBe('SESSION_ENDED');
  });

  it('is noted as used once, and not with every request', async () => {
    const ada = await aSession();
    const next = await trade(ada.refreshToken);
    const commits = await commitsDuring(async () => {
      for (let times = 0; times < 5; times += 1) await viewerOf(server, next.accessToken);
      for (let times = 0; times < 5; times += 1) await viewerOf(server, ada.accessToken);
    });
    expect(commits).toBe(1);
  });

  it('is not noted as used by the access token from before', async () => {
    const ada = await aSession();
    const lost = await trade(ada.refreshToken);
    server.clock.advance({ seconds: 11 });
    expect(await viewerOf(server, ada.accessToken)).toBe(ada.username);
    expect(await trade(ada.refreshToken)).toEqual(lost);
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
    for (const forged of forgeries) {
      expect(await refusalOf(forged)).toBe('UNAUTHENTICATED');
      expect(await reasonOf(forged)).toBe('TOKEN_INVALID');
    }
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

describe('a refresh token whose server is killed', () => {
  it('gives the same pair again while nobody used it, and ends the session where somebody did', async () => {
    const mortal = await aSpawnedServer();
    const signIn = signInOf(await register(mortal, { username: aName(), password }));
    const token = refreshTokenOf(signIn);
    const lost = signInOf(await refreshSession(mortal, { refreshToken: token }));
    await mortal.killAndStart();
    const next = signInOf(await refreshSession(mortal, { refreshToken: token }));
    expect(next.session).toEqual(lost.session);
    expect(await viewerOf(mortal, next.session.accessToken)).toBe(signIn.user.username);
    // Its files as they are at this moment, which is what a kill leaves, under a clock that the test moves.
    const later = await aServer({ DATABASE_URL: `sqlite:${copyOfData(mortal.folder)}/tertulia.db` });
    later.clock.advance({ seconds: 11 });
    expect(refusalIn((await refreshSession(later, { refreshToken: token })).answer).reason).toBe('SESSION_ENDED');
  }, 180_000);

  it('gives a pair that works also where the server has another secret by then', async () => {
    const own = await aServer();
    const signIn = signInOf(await register(own, { username: aName(), password }));
    await refreshSession(own, { refreshToken: refreshTokenOf(signIn) });
    await own.stop();
    rmSync(join(own.folder, 'data', 'jwt-secret'));
    await own.restart();
    own.clock.advance({ seconds: 11 });
    const next = signInOf(await refreshSession(own, { refreshToken: refreshTokenOf(signIn) }));
    expect(await viewerOf(own, next.session.accessToken)).toBe(signIn.user.username);
    await refreshSession(own, { refreshToken: refreshTokenOf(next) }).then(signInOf);
  });
});

describe('a refresh token in a cookie', () => {
  it('whose answer was lost gives the same cookie again, and not after the new one opened a file', async () => {
    const done = await register(server, { username: aName(), password, cookie: true });
    const old = cookieHeader(cookiesIn(done.headers));
    const lost = cookiesIn((await refreshSession(server, null, old)).headers);
    server.clock.advance({ seconds: 11 });
    const next = cookiesIn((await refreshSession(server, null, old)).headers);
    expect(next.map(({ value }) => value)).toEqual(lost.map(({ value }) => value));
    const file = await fetch(`${server.url}/uploads/none/none`, { headers: cookieHeader(next) });
    expect(file.status).toBe(404);
    expect(refusalIn((await refreshSession(server, null, old)).answer).reason).toBe('SESSION_ENDED');
  });

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

function copyOfData(folder: string): string {
  const copy = join(folder, 'copy');
  cpSync(join(folder, 'data'), copy, { recursive: true });
  return copy;
}

async function commitsDuring(acts: () => Promise<void>): Promise<number> {
  let commits = 0;
  const listening = hearCommits(() => (commits += 1));
  await acts();
  listening[Symbol.dispose]();
  return commits;
}

async function aSession() {
  const signIn = signInOf(await register(server, { username: aName(), password }));
  const { accessToken } = signIn.session;
  return { username: signIn.user.username, accessToken, refreshToken: refreshTokenOf(signIn) };
}

async function trade(refreshToken: string) {
  const signIn = signInOf(await refreshSession(server, { refreshToken }));
  return { accessToken: signIn.session.accessToken, refreshToken: refreshTokenOf(signIn) };
}

async function reasonOf(refreshToken: string): Promise<string | undefined> {
  return refusalIn((await refreshSession(server, { refreshToken })).answer).reason;
}

async function refusalOf(refreshToken: string): Promise<string> {
  return refusalIn((await refreshSession(server, { refreshToken })).answer).code;
}
