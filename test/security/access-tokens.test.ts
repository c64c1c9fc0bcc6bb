import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { aCast } from '../support/people/cast.js';
import { cookiesIn } from '../support/requests/cookies.js';
import { cpuTimeOf } from '../support/measures/cpu-time.js';
import { refusalIn } from '../support/requests/exchange.js';
import { type Answer, dataOf, post } from '../support/requests/graphql.js';
import { PASSWORD } from '../support/people/person.js';
import { RawSocket } from '../support/sockets/raw-socket.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const password = 'correct horse';

describe('an access token', () => {
  it('lasts for 15 minutes, as the session says', async () => {
    const { user, session } = signInOf(await register(server, { username: aName(), password }));
    const left = new Date(session.accessTokenExpiresAt).getTime() - server.clock.now().getTime();
    expect(left / 60_000).toBeGreaterThan(14.9);
    expect(left / 60_000).toBeLessThanOrEqual(15);
    server.clock.advance({ minutes: 14, seconds: 50 });
    expect(await viewerOf(server, session.accessToken)).toBe(user.username);
    server.clock.advance({ seconds: 11 });
    expect(await viewerOf(server, session.accessToken)).toBeNull();
  });

  it('that has run out is told so, and never that a room does not exist', async () => {
    const { ada, ben } = await aCast(server);
    const room = await ada.creates(aName(), 'PRIVATE');
    server.clock.advance({ minutes: 16 });
    for (const person of [ada, ben]) {
      await person.isRefused('UNAUTHENTICATED', 'query ($id: ID!) { room(id: $id) { name } }', { id: room.id });
    }
  });

  it('that does not count says why, and stands in the way of no way in', async () => {
    const { ada, ben } = await aCast(server);
    await ben.asks('mutation { logout { ok } }');
    const invalid = { authorization: 'Bearer nonsense' };
    expect(await reasonsFor(invalid)).toEqual(Array(4).fill('TOKEN_INVALID'));
    expect(await reasonsFor({ authorization: 'Basic YWRhOnNlY3JldA==' })).toEqual(Array(4).fill('TOKEN_INVALID'));
    expect(await reasonsFor({ authorization: ada.accessToken })).toEqual(Array(4).fill('TOKEN_INVALID'));
    expect(await reasonsFor(ben.bearer)).toEqual(Array(4).fill('SESSION_ENDED'));
    server.clock.advance({ minutes: 16 });
    expect(await reasonsFor(ada.bearer)).toEqual(Array(4).fill('TOKEN_EXPIRED'));
    for (const none of [{}, { authorization: '' }, { authorization: 'Bearer' }])
      expect(await reasonsFor(none)).toEqual(Array(4).fill(undefined));

    for (const headers of [ada.bearer, ben.bearer, invalid]) {
      signInOf(await login(server, { username: ada.username, password: PASSWORD }, headers));
      signInOf(await register(server, { username: aName(), password }, headers));
      signInOf(await enterAsGuest(server, { nickname: aName() }, headers));
      expect(dataOf((await logout(server, headers)).answer)).toEqual({ logout: { ok: true } });
    }
    signInOf(await refreshSession(server, { refreshToken: ada.refreshToken }, ada.bearer));
  });

  it('that does not count is challenged over plain HTTP as RFC 6750 says', async () => {
    const { ada } = await aCast(server);
    const challenge = async (headers: Record<string, string>) => {
      const response = await fetch(`${server.url}/upload`, { method: 'POST', headers });
      return [response.status, response.headers.get('www-authenticate')];
    };
    expect(await challenge({})).toEqual([401, 'Bearer']);
    expect(await challenge({ authorization: 'Bearer nonsense' })).toEqual([
      401,
      'Bearer error="invalid_token", error_description="This token is not valid on this server."',
    ]);
    server.clock.advance({ minutes: 16 });
    expect(await challenge(ada.bearer)).toEqual([
      401,
      'Bearer error="invalid_token", error_description="The access token has expired. Refresh the session."',
    ]);
  });

  it('cannot be changed, made without a key, or replaced by the token of the files’ cookie', async () => {
    const done = await register(server, { username: aName(), password, cookie: true });
    const { accessToken } = signInOf(done).session;
    const [, claims = '', signature = ''] = accessToken.split('.');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const files = cookiesIn(done.headers).find(({ name }) => name === 'tertulia-files')?.value ?? '';
    expect(files.split('.')).toHaveLength(3);
    const another = `${accessToken.slice(0, -5)}${accessToken.endsWith('AAAAA') ? 'BBBBB' : 'AAAAA'}`;
    const refused = [another, `${none}.${claims}.`, `${none}.${claims}.${signature}`, files, '', 'nonsense'];
    for (const token of refused) expect(await viewerOf(server, token)).toBeNull();
    expect(await viewerOf(server, accessToken)).not.toBeNull();
    // Nor once the server has met the good one.
    for (const token of refused) expect(await viewerOf(server, token)).toBeNull();
  });

  it('that the server has met before is worth no more: it runs out, and ends with its session', async () => {
    const { user, session } = signInOf(await register(server, { username: aName(), password }));
    for (let time = 0; time < 3; time += 1) expect(await viewerOf(server, session.accessToken)).toBe(user.username);
    await logout(server, { authorization: `Bearer ${session.accessToken}` });
    expect(await viewerOf(server, session.accessToken)).toBeNull();
    const again = signInOf(await login(server, { username: user.username, password })).session;
    expect(await viewerOf(server, again.accessToken)).toBe(user.username);
    server.clock.advance({ minutes: 16 });
    expect(await viewerOf(server, again.accessToken)).toBeNull();
  });

  it('that is as long as a header may be is not pondered over', async () => {
    const authorization = 'a'.repeat(15_000);
    const spent = await cpuTimeOf(async () => {
      for (let times = 0; times < 10; times += 1)
        expect(
          dataOf(
            await post(server.url, '{ viewer { user { id } } }', {}, { authorization: `Bearer ${authorization}` }),
          ),
        ).toEqual({
          viewer: null,
        });
      using socket = await RawSocket.open(server.url);
      socket.says({ type: 'connection_init', payload: { authorization: `Bearer ${authorization}` } });
      expect(await socket.closed).toBe(4401);
    });
    expect(spent).toBeLessThan(1000);
  });

  it('and the refresh token go on working after the server was started anew', async () => {
    const own = await aServer();
    const signIn = signInOf(await register(own, { username: aName(), password }));
    await own.restart();
    expect(await viewerOf(own, signIn.session.accessToken)).toBe(signIn.user.username);
    const next = signInOf(await refreshSession(own, { refreshToken: refreshTokenOf(signIn) }));
    expect(next.user.id).toBe(signIn.user.id);
  });

  it('of another server means nothing here', async () => {
    const other = await aServer();
    const { session } = signInOf(await register(other, { username: aName(), password }));
    expect(await viewerOf(server, session.accessToken)).toBeNull();
  });
});

describe('what the server keeps', () => {
  it('on disk is no password and no token that works', async () => {
    const own = await aServer();
    const username = aName();
    const unusual = 'Quetzal-Password-1';
    const first = signInOf(await register(own, { username, password: unusual }));
    const second = signInOf(await login(own, { username, password: unusual }));
    const next = signInOf(await refreshSession(own, { refreshToken: refreshTokenOf(second) }));
    const kept = filesIn(join(own.folder, 'data'));
    expect(kept).toContain(username);
    const secrets = [first, second, next].flatMap((it) => [it.session.accessToken, refreshTokenOf(it)]);
    // The last part of each token is what makes it work.
    for (const secret of [unusual, ...secrets.map((token) => token.split('.').at(-1) ?? '')]) {
      expect(secret.length).toBeGreaterThan(10);
      expect(kept).not.toContain(secret);
    }
  });
});

/** Why a caller is refused by a query, by both ways of uploading, and by a download. */
async function reasonsFor(headers: Record<string, string>): Promise<unknown[]> {
  const form = new FormData();
  form.set('operations', '{"query":"mutation { logout { ok } }"}');
  const own = { 'apollo-require-preflight': 'true', ...headers };
  const [query, upload, plain, download] = await Promise.all([
    post(server.url, '{ rooms { totalCount } }', {}, headers),
    fetch(`${server.url}/graphql`, { method: 'POST', headers: own, body: form }).then(answerOf),
    fetch(`${server.url}/upload`, { method: 'POST', headers }).then(answerOf),
    fetch(`${server.url}/uploads/none/none`, { headers }).then(answerOf),
  ]);
  for (const { code } of [refusalIn(query), refusalIn(upload), plain, download]) expect(code).toBe('UNAUTHENTICATED');
  return [refusalIn(query).reason, refusalIn(upload).reason, plain.reason, download.reason];
}

async function answerOf(response: Response): Promise<Answer<never> & { code?: string; reason?: string }> {
  return (await response.json()) as Answer<never> & { code?: string; reason?: string };
}

function filesIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
}
