import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';

const EVENTS = `subscription ($after: Cursor) { events(after: $after) { cursor event { ... on MessageSent { message { body } } } } }`;
const REFRESH = `mutation ($token: String) { refreshSession(input: { refreshToken: $token }) { session { accessToken refreshToken } } }`;

const [place = 'bot.json'] = process.argv.slice(2);
let kept = JSON.parse(readFileSync(place, 'utf8')) as Kept;
let accessToken = '';
let hangUp: NodeJS.Timeout | undefined;

const client = createClient({
  url: kept.url.replace(/^http/, 'ws'),
  connectionParams: () => ({ authorization: `Bearer ${accessToken}` }),
  // Its own retries would begin where this subscription began. The loop below begins at the newest cursor.
  retryAttempts: 0,
  // A connection that died without a word answers no ping.
  keepAlive: 10_000,
  on: {
    ping: (isFromServer) => {
      if (isFromServer) return;
      hangUp = setTimeout(() => {
        client.terminate();
      }, 5_000);
    },
    pong: () => {
      clearTimeout(hangUp);
    },
  },
});

for (let failures = 0; ; failures += 1) {
  try {
    if (accessToken === '') accessToken = await renewed();
    for await (const { data, errors } of client.iterate<Events>({ query: EVENTS, variables: { after: kept.cursor } })) {
      if (errors || !data) throw refused(errors);
      if (data.events.event?.message) console.log(data.events.event.message.body);
      // Afterwards: whoever dies in between handles this one again, and misses none.
      keep({ cursor: data.events.cursor });
      failures = 0;
    }
    throw new Error('The server ended the subscription.');
  } catch (problem) {
    const { code, words } = inWords(problem);
    console.error(`${new Date().toISOString()} ${words}`);
    // The access token is worth nothing any more: the next one comes of the refresh token.
    if (code === 4401 || code === 4403) accessToken = '';
    // The server came back from a backup: begin anew.
    if (code === 'CURSOR_EXPIRED' || code === 'BAD_CURSOR') keep({ cursor: null });
    if (code === 'UNAUTHENTICATED') {
      console.error(`Sign in again, and put the new refresh token into ${place}.`);
      process.exit(1);
    }
  }
  clearTimeout(hangUp);
  await sleep(1000 * Math.min(2 ** failures, 60) * (1 + Math.random()));
}

/** Gets a new access token. The refresh token that came with it is written down before: until one of them is used, the old one gives both again. */
async function renewed(): Promise<string> {
  const answer = await fetch(kept.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: REFRESH, variables: { token: kept.refreshToken } }),
    signal: AbortSignal.timeout(30_000),
  });
  const { data, errors } = (await answer.json()) as Answer;
  if (!data) throw refused(errors);
  const { session } = data.refreshSession;
  keep({ refreshToken: session.refreshToken });
  return session.accessToken;
}

/** In one step: whoever dies in between leaves the old file or the new one, never half of it. */
function keep(news: Partial<Kept>): void {
  kept = { ...kept, ...news };
  writeFileSync(`${place}.new`, JSON.stringify(kept), { mode: 0o600, flush: true });
  renameSync(`${place}.new`, place);
}

function refused(errors: readonly GraphQLProblem[] = []): Error {
  return Object.assign(new Error(errors[0]?.message), { code: errors[0]?.extensions?.code });
}

/** What ended the subscription: a close of the socket, errors of GraphQL, or a connection that did not come about. */
function inWords(problem: unknown): { code?: unknown; words: string } {
  const error = Array.isArray(problem) ? refused(problem as GraphQLProblem[]) : problem;
  const { code, reason, message, cause } = error as Problem;
  const said = reason === undefined ? [code, message, cause?.message] : ['Closed with', code, reason];
  return { code, words: said.filter(Boolean).join(' ') || 'The server cannot be reached.' };
}

interface Kept {
  readonly url: string;
  readonly refreshToken: string;
  readonly cursor?: string | null;
}

interface Events extends Record<string, unknown> {
  readonly events: { readonly cursor: string; readonly event: { readonly message?: { readonly body: string } } | null };
}

interface Answer {
  readonly data?: {
    readonly refreshSession: { readonly session: { accessToken: string; refreshToken: string } };
  } | null;
  readonly errors?: readonly GraphQLProblem[];
}

interface GraphQLProblem {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface Problem {
  readonly code?: unknown;
  readonly reason?: string;
  readonly message?: string;
  readonly cause?: { readonly message: string };
}
