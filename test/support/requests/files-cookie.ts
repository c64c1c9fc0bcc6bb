import { login, signInOf } from '../people/accounts.js';
import { cookieHeader, cookiesIn } from './cookies.js';
import { PASSWORD, type Person } from '../people/person.js';
import type { TestServer } from '../servers/server.js';

/** What a browser gets that signs in with `cookie: true`: the cookie that opens files, and the access token of the same session. */
export async function signsInAtABrowser(
  server: Pick<TestServer, 'url'>,
  { username }: Pick<Person, 'username'>,
): Promise<{ cookie: string; bearer: Record<string, string> }> {
  const done = await login(server, { username, password: PASSWORD, cookie: true });
  const { cookie = '' } = cookieHeader(cookiesIn(done.headers).filter(({ name }) => name === 'tertulia-files'));
  return { cookie, bearer: { authorization: `Bearer ${signInOf(done).session.accessToken}` } };
}
