import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';

const EVENTS = `subscription ($after: Cursor) { events(after: $after) { cursor event { ... on MessageSent { message { body } } } } }`;
const REFRESH = `mutation ($token: String) { refreshSession(input: { refreshToken: $token }) { session { accessToken refreshToken } } }`;

const [place = 'bot.json'] = process.argv.slice(2);
const { url } = kept();
if (!/^https?:\/\//.test(url)) giveUp(`The url in ${place} has to begin with http:// or https://: ${url}`);
let accessToken = '';
let hangUp: NodeJS.Timeout | undefined;

const client = createClient({
  url: url.replace(/^http/, 'ws'),
  connectionParams: () => ({ authorization: `Bearer ${accessToken}` }),
  // Its own retries would begin where this subscription began. The loop below begins at the newest cursor.
  retryAttempts: 0,
  // A connection that died without a word answers no ping, and one that is being opened may never be answered either.
  keepAlive: 10_000,
  on: {
    connecting: () => {
      hangUpIn(15_000);
    },
    connected: () => {
      clearTimeout(hangUp);
    },
    ping: (isFromServer) => {
      if (!isFromServer) hangUpIn(5_000);
    },
    pong: (isFromServer) => {
      if (isFromServer) clearTimeout(hangUp);
    },
  },
});

for (let failures = 0; ; failures += 1) {
  let wait: number;
  try {
    if (accessToken === '') accessToken = await renewed();
    for await (const { data, errors } of client.iterate<Events>({
      query: EVENTS,
      variables: { after: kept().cursor },
    })) {
      if (errors || !data) throw refused(errors);
      if (data.events.event?.message) console.log(data.events.event.message.body);
      // Afterwards: whoever dies in between handles this one again, and misses none.
      keep({ cursor: data.events.cursor });
      failures = 0;
    }
    throw new Error('The server ended the subscription.');
  } catch (problem) {
    const { code, retryAfter = 0, words } = inWords(problem);
    console.error(`${new Date().toISOString()} ${words}`);
    // The access token is worth nothing any more: the next one is obtained with the refresh token.
    if (code === 4401 || code === 4403) accessToken = '';
    // The server came back from a backup: start from now.
    if (code === 'CURSOR_EXPIRED' || code === 'BAD_CURSOR') {
      console.error('Starting from now: messages in between may have been missed.');
      keep({ cursor: null });
    }
    if (code === 'NOT_FOUND') giveUp(`The url in ${place} is not that of the API, which ends in /graphql: ${url}`);
    if (code === 'UNAUTHENTICATED') giveUp(`Sign in again, and put the new refresh token into ${place}.`);
    wait = Math.max(retryAfter, Math.min(2 ** failures, 60));
  }
  clearTimeout(hangUp);
  await sleep(1000 * wait * (1 + Math.random()));
}

/** Gets a new access token. The refresh token that came with it is written down before: until one of them is used, the old one gives both again. */
async function renewed(): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: REFRESH, variables: { token: kept().refreshToken } }),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await answer.text();
  const { data, errors, code } = parsed(text);
  if (errors) throw refused(errors);
  if (!data) {
    const retryAfter = Number(answer.headers.get('retry-after')) || 0;
    throw Object.assign(new Error(`HTTP ${String(answer.status)} ${text.slice(0, 200)}`), { code, retryAfter });
  }
  const { session } = data.refreshSession;
  keep({ refreshToken: session.refreshToken });
  return session.accessToken;
}

/** Read each time: somebody may have put another refresh token there. */
function kept(): Kept {
  return JSON.parse(readFileSync(place, 'utf8')) as Kept;
}

/** In one step: whoever dies in between leaves the old file or the new one, never half of it. */
function keep(news: Partial<Kept>): void {
  writeFileSync(`${place}.new`, JSON.stringify({ ...kept(), ...news }), { mode: 0o600, flush: true });
  renameSync(`${place}.new`, place);
}

function hangUpIn(milliseconds: number): void {
  clearTimeout(hangUp);
  hangUp = setTimeout(() => {
    client.terminate();
  }, milliseconds);
}

function giveUp(words: string): never {
  console.error(words);
  process.exit(1);
}

/** A proxy may answer with a page instead. */
function parsed(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}

function refused([first]: readonly GraphQLProblem[] = []): Error {
  const { code, retryAfter } = first?.extensions ?? {};
  return Object.assign(new Error(first?.message), { code, retryAfter });
}

/** What ended the subscription: a close of the socket, errors of GraphQL, or a connection that did not come about. */
function inWords(problem: unknown): { code?: unknown; retryAfter?: number | undefined; words: string } {
  const error = Array.isArray(problem) ? refused(problem as GraphQLProblem[]) : problem;
  const { code, reason, message, cause, retryAfter } = error as Problem;
  const said = reason === undefined ? [code, message, cause?.message] : ['Closed with', code, reason];
  // Node's WebSocket does not tell why.
  return { code, retryAfter, words: said.filter(Boolean).join(' ') || 'The WebSocket could not be opened, or broke.' };
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
  /** Of an answer that is not GraphQL's. */
  readonly code?: string;
}

interface GraphQLProblem {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly retryAfter?: number };
}

interface Problem {
  readonly code?: unknown;
  readonly reason?: string;
  readonly message?: string;
  readonly cause?: { readonly message: string };
  readonly retryAfter?: number | undefined;
}
