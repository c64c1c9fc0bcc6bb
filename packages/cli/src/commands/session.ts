import { Tertulia, TertuliaError } from '@tertulia/sdk';
import { type Command, UsageError } from '../command.js';
import { type Credentials, credentials, forgetCredentials, keepCredentials } from '../credentials.js';
import { LOGIN, LOGOUT, WHO_AM_I } from '../operations.js';
import { secretFromInput } from '../secret.js';
import { chatOf } from '../signed-in.js';

export const login: Command = {
  name: 'login',
  words: 'URL',
  summary:
    'Signs in as a person, or with --token as a bot. The password or the token is asked for, or read from a pipe.',
  options: {
    username: { type: 'string', summary: 'whose account' },
    token: { type: 'boolean', summary: 'sign in with the token of a bot' },
  },
  run: async (typed, output) => {
    const [url = ''] = typed.words;
    if (!/^https?:\/\//.test(url))
      throw new UsageError(`The address of a server begins with https:// or http://: ${url}`);
    const username =
      typed.value('token') === undefined ? await asPerson(url, typed.value('username')) : await asBot(url);
    output.say({ url, username }, `Signed in at ${url} as ${username}.`);
  },
};

export const logout: Command = {
  name: 'logout',
  words: '',
  summary: 'Ends the session, and forgets it here.',
  run: async (_typed, output) => {
    const given = await credentials();
    if (given && 'refreshToken' in given) await endSession(given);
    await forgetCredentials();
    output.say({ ok: true }, 'Signed out.');
  },
};

async function endSession(given: Credentials): Promise<void> {
  try {
    await chatOf(given).ask(LOGOUT, {}, { isRepeatable: true });
  } catch (error) {
    // It was ended elsewhere.
    if (!(error instanceof TertuliaError && error.code === 'UNAUTHENTICATED')) throw error;
  }
}

async function asPerson(url: string, username: string | undefined): Promise<string> {
  if (username === undefined) throw new UsageError('Whose account? --username NAME, or --token for a bot.');
  const password = await secretFromInput(`Password of ${username}`);
  const { user, session } = (await new Tertulia({ url }).ask(LOGIN, { input: { username, password } })).login;
  await keepCredentials({ url, refreshToken: session.refreshToken });
  return user.username;
}

async function asBot(url: string): Promise<string> {
  const token = await secretFromInput('Token');
  const { viewer } = await new Tertulia({ url, token }).ask(WHO_AM_I, {});
  if (!viewer) throw new UsageError('The server does not accept this token.');
  await keepCredentials({ url, token });
  return viewer.user.username;
}
