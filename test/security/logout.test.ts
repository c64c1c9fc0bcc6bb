import { describe, expect, it } from 'vitest';
import {
  aName,
  login,
  logout,
  refreshSession,
  refreshTokenOf,
  register,
  signInOf,
  viewerOf,
} from '../support/people/accounts.js';
import { cookieHeader, cookiesIn } from '../support/requests/cookies.js';
import { refusalIn } from '../support/requests/exchange.js';
import { dataOf } from '../support/requests/graphql.js';
import { aServer } from '../support/servers/server.js';
import { Socket } from '../support/sockets/socket.js';

const server = await aServer();
const password = 'correct horse';

describe('signing out', () => {
  it('ends the session: its tokens and sockets at once', async () => {
    const signIn = signInOf(await register(server, { username: aName(), password }));
    const { accessToken } = signIn.session;
    const socket = await Socket.open(server.url, accessToken);
    const { answer } = await logout(server, bearer(accessToken));
    expect(dataOf(answer).logout.ok).toBe(true);
    expect(await socket.closed).toBe(4401);
    expect(await viewerOf(server, accessToken)).toBeNull();
    const refreshed = await refreshSession(server, { refreshToken: refreshTokenOf(signIn) });
    expect(refusalIn(refreshed.answer).code).toBe('UNAUTHENTICATED');
  });

  it('leaves the other sessions of the account, and other people, alone', async () => {
    const username = aName();
    const phone = signInOf(await register(server, { username, password })).session;
    const laptop = signInOf(await login(server, { username, password })).session;
    await using socket = await Socket.open(server.url, laptop.accessToken);
    await logout(server, bearer(phone.accessToken));
    expect(await viewerOf(server, laptop.accessToken)).toBe(username);
    const viewer = socket.subscribes<{ viewer: { user: { username: string } } }>('{ viewer { user { username } } }');
    expect((await viewer.next()).viewer.user.username).toBe(username);
  });

  it('works by the refresh cookie alone, and clears both cookies', async () => {
    const done = await register(server, { username: aName(), password, cookie: true });
    const cookies = cookieHeader(cookiesIn(done.headers));
    const { headers } = await logout(server, cookies);
    expect(cookiesIn(headers)).toEqual([
      { name: 'tertulia-refresh', value: '', attributes: ['httponly', 'max-age=0', 'path=/', 'samesite=strict'] },
      { name: 'tertulia-files', value: '', attributes: ['httponly', 'max-age=0', 'path=/uploads', 'samesite=strict'] },
    ]);
    expect(await viewerOf(server, signInOf(done).session.accessToken)).toBeNull();
    expect(refusalIn((await refreshSession(server, null, cookies)).answer).code).toBe('UNAUTHENTICATED');
  });

  it('is no error for a visitor, nor with a token that means nothing', async () => {
    for (const headers of [{}, bearer('nonsense'), { cookie: 'tertulia-refresh=nonsense' }]) {
      expect(dataOf((await logout(server, headers)).answer).logout.ok).toBe(true);
    }
  });

  it('is not done by a forged cookie that names somebody’s session', async () => {
    const signIn = signInOf(await register(server, { username: aName(), password }));
    const forged = refreshTokenOf(signIn).replace(/[\w-]{43}$/, 'A'.repeat(43));
    await logout(server, { cookie: `tertulia-refresh=${forged}` });
    expect(await viewerOf(server, signIn.session.accessToken)).toBe(signIn.user.username);
  });
});

function bearer(accessToken: string): Record<string, string> {
  return { authorization: `Bearer ${accessToken}` };
}
