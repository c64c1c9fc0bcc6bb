import { Tertulia } from '@tertulia/sdk';
import { type Command, UsageError, type Work } from './command.js';
import { type Credentials, credentials, keepCredentials } from './credentials.js';

/** The `run` of a command for which somebody has to be signed in. */
export function signedIn(work: Work): Command['run'] {
  return async (typed, output) => {
    const given = await credentials();
    if (!given) throw new UsageError('Nobody is signed in here: `tertulia login URL` first.');
    await work(chatOf(given), typed, output);
  };
}

export function chatOf(given: Credentials): Tertulia {
  const { url } = given;
  const onTrouble = (error: Error) => {
    process.stderr.write(`${error.message}\n`);
  };
  if ('token' in given) return new Tertulia({ url, token: given.token, onTrouble });
  const session = {
    // Read each time: another command may have traded it meanwhile.
    refreshToken: async () => {
      const now = await credentials();
      return now && 'refreshToken' in now ? now.refreshToken : given.refreshToken;
    },
    keep: (refreshToken: string) => keepCredentials({ url, refreshToken }),
  };
  return new Tertulia({ url, session, onTrouble });
}
