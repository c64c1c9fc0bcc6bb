import { randomBytes } from 'node:crypto';
import { exchange, type Exchange } from '../requests/exchange.js';
import { dataOf } from '../requests/graphql.js';
import type { TestServer } from '../servers/server.js';

/** Where somebody wants to get in. */
type Door = Pick<TestServer, 'url'>;

export interface SignIn {
  readonly user: {
    readonly id: string;
    readonly username: string;
    readonly displayName: string;
    readonly kind: 'PERSON' | 'GUEST' | 'BOT';
  };
  readonly session: {
    readonly accessToken: string;
    readonly accessTokenExpiresAt: string;
    readonly refreshToken: string | null;
  };
  readonly generatedPassword?: string | null;
}

type Input = Record<string, unknown>;
type Headers = Record<string, string>;

const SIGN_IN = 'user { id username displayName kind } session { accessToken accessTokenExpiresAt refreshToken }';

/** What happens at the door, with the whole answer: for tests about getting in and out. */
export const register = ({ url }: Door, input: Input, headers?: Headers) =>
  exchange<{ register: SignIn }>(
    url,
    `mutation ($input: RegisterInput!) { register(input: $input) { ${SIGN_IN} generatedPassword } }`,
    { input },
    headers,
  );

export const login = ({ url }: Door, input: Input, headers?: Headers) =>
  exchange<{ login: SignIn }>(
    url,
    `mutation ($input: LoginInput!) { login(input: $input) { ${SIGN_IN} } }`,
    { input },
    headers,
  );

export const enterAsGuest = ({ url }: Door, input: Input, headers?: Headers) =>
  exchange<{ enterAsGuest: SignIn }>(
    url,
    `mutation ($input: EnterAsGuestInput!) { enterAsGuest(input: $input) { ${SIGN_IN} } }`,
    { input },
    headers,
  );

export const refreshSession = ({ url }: Door, input: Input | null, headers?: Headers) =>
  exchange<{ refreshSession: SignIn }>(
    url,
    `mutation ($input: RefreshSessionInput) { refreshSession(input: $input) { ${SIGN_IN} } }`,
    { input },
    headers,
  );

export const logout = ({ url }: Door, headers?: Headers) =>
  exchange<{ logout: { ok: boolean } }>(url, 'mutation { logout { ok } }', {}, headers);

/** Who the server takes the bearer of a token for; null for a visitor. */
export async function viewerOf(
  { url }: Door,
  accessToken: string | null,
  headers: Headers = {},
): Promise<string | null> {
  const authorization = accessToken === null ? {} : { authorization: `Bearer ${accessToken}` };
  const { answer } = await exchange<{ viewer: { user: { username: string } } | null }>(
    url,
    '{ viewer { user { username } } }',
    {},
    { ...authorization, ...headers },
  );
  return dataOf(answer).viewer?.user.username ?? null;
}

/** A name that nobody has yet. */
export function aName(): string {
  return `ada-${randomBytes(6).toString('hex')}`;
}

/** The sign-in of an answer, whichever way in it was. */
export function signInOf(
  done: Exchange<{ register: SignIn } | { login: SignIn } | { enterAsGuest: SignIn } | { refreshSession: SignIn }>,
): SignIn {
  const [signIn] = Object.values<SignIn>(dataOf<Record<string, SignIn>>(done.answer));
  if (!signIn) throw new Error('Nobody signed in.');
  return signIn;
}

export function refreshTokenOf({ session }: SignIn): string {
  if (session.refreshToken === null) throw new Error('The refresh token is in a cookie.');
  return session.refreshToken;
}

/** Gets new tokens, as a program that is in use does: access tokens run out after a quarter of an hour. */
export async function renews(who: { readonly server: Door; refreshToken: string; accessToken: string }): Promise<void> {
  const { answer } = await refreshSession(who.server, { refreshToken: who.refreshToken });
  const session = answer.data?.refreshSession?.session;
  if (session) Object.assign(who, { accessToken: session.accessToken, refreshToken: session.refreshToken });
}
