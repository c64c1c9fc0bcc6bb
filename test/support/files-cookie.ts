import { PASSWORD, type Person } from './person.js';
import type { TestServer } from './server.js';

/** What a browser gets that signs in with `cookie: true`: the cookie that opens files, and the access token of the same session. */
export async function signsInAtABrowser(
  server: Pick<TestServer, 'url'>,
  { username }: Pick<Person, 'username'>,
): Promise<{ cookie: string; bearer: Record<string, string> }> {
  const query = 'mutation ($input: LoginInput!) { login(input: $input) { session { accessToken } } }';
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input: { username, password: PASSWORD, cookie: true } } }),
  });
  const set = answer.headers.getSetCookie().find((line) => line.includes('Path=/uploads')) ?? '';
  const { data } = (await answer.json()) as { data: { login: { session: { accessToken: string } } } };
  return {
    cookie: set.split(';')[0] ?? '',
    bearer: { authorization: `Bearer ${data.login.session.accessToken}` },
  };
}

export async function endsSession(server: Pick<TestServer, 'url'>, bearer: Record<string, string>): Promise<void> {
  await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer },
    body: JSON.stringify({ query: 'mutation { logout { ok } }' }),
  });
}
