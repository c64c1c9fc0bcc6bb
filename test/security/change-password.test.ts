import { describe, expect, it, vi } from 'vitest';
import { Credentials } from '#server/auth/passwords/credentials.js';
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
import { cookieHeader, cookiesIn } from '../support/requests/cookies.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';
import { Socket } from '../support/sockets/socket.js';

const server = await aServer();
const before = 'correct horse';
const after = 'battery staple';
const CHANGE = `mutation ($input: ChangePasswordInput!) {
  changePassword(input: $input) { user { username } session { accessToken refreshToken } }
}`;

describe('changing one’s password', () => {
  it('is signing in with the new one from now on, and with the old one no longer', async () => {
    const { username, here } = await anAccount();
    expect((await change(here)).answer.errors).toBeUndefined();
    expect(refusalIn((await login(server, { username, password: before })).answer).code).toBe('UNAUTHENTICATED');
    expect(signInOf(await login(server, { username, password: after })).user.username).toBe(username);
  });

  it('ends the other sessions and their sockets at once, and goes on here with new tokens', async () => {
    const { username, here } = await anAccount();
    const elsewhere = signInOf(await login(server, { username, password: before }));
    const lost = await Socket.open(server.url, elsewhere.session.accessToken);
    await using kept = await Socket.open(server.url, here.session.accessToken);
    const { session } = signInIn(await change(here));
    expect(await lost.closed).toBe(4401);
    expect(await viewerOf(server, elsewhere.session.accessToken)).toBeNull();
    await kept.subscribes('{ viewer { eventCursor } }').next();
    expect(await viewerOf(server, session.accessToken)).toBe(username);
    const refreshed = await refreshSession(server, { refreshToken: session.refreshToken });
    expect(signInOf(refreshed).user.username).toBe(username);
  });

  it('takes this session’s old refresh token out of the world, without any grace', async () => {
    const { here } = await anAccount();
    await change(here);
    const { answer } = await refreshSession(server, { refreshToken: refreshTokenOf(here) });
    expect(refusalIn(answer).code).toBe('UNAUTHENTICATED');
  });

  it('gives the tokens back in the cookies where the session keeps them there', async () => {
    const username = aName();
    const done = await register(server, { username, password: before, cookie: true });
    const changed = await change(signInOf(done), {}, cookieHeader(cookiesIn(done.headers)));
    expect(signInIn(changed).session.refreshToken).toBeNull();
    const refreshed = await refreshSession(server, null, cookieHeader(cookiesIn(changed.headers)));
    expect(signInOf(refreshed).user.username).toBe(username);
  });

  it('is refused to whoever does not know the old one, who stays signed in', async () => {
    const { username, here } = await anAccount();
    const { answer } = await change(here, { currentPassword: 'wrong horse' });
    expect(refusalIn(answer)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'currentPassword' });
    expect(await viewerOf(server, here.session.accessToken)).toBe(username);
    expect(signInOf(await login(server, { username, password: before })).user.username).toBe(username);
  });

  it.each([
    ['too short', 'seven77'],
    ['too long', 'x'.repeat(257)],
    ['what everybody has', 'Password123'],
  ])('is refused for a new one that is %s', async (_, newPassword) => {
    const { here } = await anAccount();
    const { answer } = await change(here, { newPassword });
    expect(refusalIn(answer)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'newPassword' });
  });

  it('is nothing for a guest', async () => {
    const guest = await Person.entersAsGuest(server, aName());
    await guest.isRefused('FORBIDDEN', CHANGE, { input: { currentPassword: '', newPassword: after } });
  });

  it('twice at a time gives the account to one of the two', async () => {
    const { username, here } = await anAccount();
    const chosen = ['battery staple', 'staple battery'];
    const done = await Promise.all(chosen.map((newPassword) => change(here, { newPassword })));
    const taken = done.map(({ answer }) => answer.errors === undefined);
    expect(taken.toSorted()).toEqual([false, true]);
    for (const [n, password] of chosen.entries()) {
      const { answer } = await login(server, { username, password });
      expect(answer.errors === undefined).toBe(taken[n]);
    }
  });

  it('leaves no sign-in behind that was under way with the old one', async () => {
    const { username, here } = await anAccount();
    const credentials = server.app.get(Credentials);
    const check = credentials.check.bind(credentials);
    vi.spyOn(credentials, 'check').mockImplementationOnce(async (...asked) => {
      const user = await check(...asked);
      await change(here);
      return user;
    });
    const { answer } = await login(server, { username, password: before });
    expect(refusalIn(answer).code).toBe('UNAUTHENTICATED');
  });
});

interface Changed {
  readonly changePassword: { readonly session: { readonly accessToken: string; readonly refreshToken: string | null } };
}

async function anAccount(): Promise<{ username: string; here: SignIn }> {
  const username = aName();
  return { username, here: signInOf(await register(server, { username, password: before })) };
}

function change({ session }: SignIn, input: Record<string, string> = {}, headers: Record<string, string> = {}) {
  return exchange<Changed>(
    server.url,
    CHANGE,
    { input: { currentPassword: before, newPassword: after, ...input } },
    { authorization: `Bearer ${session.accessToken}`, ...headers },
  );
}

function signInIn({ answer }: Awaited<ReturnType<typeof change>>): Changed['changePassword'] {
  if (!answer.data?.changePassword) throw new Error(`The password was not changed: ${JSON.stringify(answer.errors)}.`);
  return answer.data.changePassword;
}
