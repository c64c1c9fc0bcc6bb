import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { type Answer, post } from '../support/requests/graphql.js';
import { type RootField, rootFieldsOf } from '../support/requests/minimal-operations.js';
import { aServer } from '../support/servers/server.js';
import { Socket } from '../support/sockets/socket.js';
import { ask } from '../support/streams/event-stream.js';

const server = await aServer();
const fields = await rootFieldsOf(server.url);

/** What a visitor may ask. Whoever adds to this list opens a door. */
const OPEN_TO_VISITORS = [
  'Mutation.confirmEmailAddress',
  'Mutation.enterAsGuest',
  'Mutation.login',
  'Mutation.logout',
  'Mutation.refreshSession',
  'Mutation.register',
  'Mutation.requestPasswordReset',
  'Mutation.resetPassword',
  'Mutation.unsubscribe',
  'Query.invitation',
  'Query.passwordReset',
  'Query.server',
  'Query.viewer',
];

const overHttp = fields.filter(({ kind }) => kind !== 'subscription');
const overSockets = fields.filter(({ takesUpload }) => !takesUpload);

describe('a visitor', () => {
  it('is asked to sign in by every field over HTTP, but for those on the list', async () => {
    const open = await openFields(overHttp, (field) => askOverHttp(field, {}));
    expect(open).toEqual(OPEN_TO_VISITORS);
  });

  it('is asked to sign in by every field and subscription over a socket, but for those on the list', async () => {
    await using socket = await Socket.open(server.url);
    const open = await openFields(overSockets, (field) => refusalOverSocket(socket, field));
    expect(open).toEqual(OPEN_TO_VISITORS);
  });

  it('is asked to sign in by every field and subscription over a stream, but for those on the list', async () => {
    const open = await openFields(overSockets, refusalOverStream);
    expect(open).toEqual(OPEN_TO_VISITORS);
  });

  it('is whoever comes with a token that has run out', async () => {
    const { ada } = await aCast(server);
    server.clock.advance({ minutes: 16 });
    const open = await openFields(overHttp, (field) => askOverHttp(field, ada.bearer), REFRESH);
    expect(open).toEqual(OPEN_TO_VISITORS);
  });
});

describe('somebody who is signed in', () => {
  it('is not asked to sign in by any field', async () => {
    const { ada } = await aCast(server);
    // Last, because they end the session; then only what is open to visitors may follow.
    const last = ['Mutation.logoutEverywhere', 'Mutation.logout'];
    const inOrder = overHttp.toSorted((a, b) => last.indexOf(a.name) - last.indexOf(b.name));
    const open = await openFields(inOrder, (field) => askOverHttp(field, ada.bearer));
    expect(open).toEqual(overHttp.map(({ name }) => name).toSorted());
  });
});

const SIGN_IN = 'Sign in first.';
const REFRESH = 'The access token has expired. Refresh the session.';

/** The names of those that do not answer that one should sign in first, or get another token. */
async function openFields(
  asked: readonly RootField[],
  ask: (field: RootField) => Promise<{ message: string; code: string } | undefined>,
  words = SIGN_IN,
): Promise<string[]> {
  const open: string[] = [];
  for (const field of asked) {
    const refusal = await ask(field);
    if (refusal?.code !== 'UNAUTHENTICATED' || refusal.message !== words) open.push(field.name);
  }
  return open.toSorted();
}

async function askOverHttp(field: RootField, headers: Record<string, string>) {
  const answer = field.takesUpload
    ? await postMultipart(field.operation, headers)
    : await post<unknown>(server.url, field.operation, {}, headers);
  return firstErrorIn(answer);
}

async function postMultipart(query: string, headers: Record<string, string>): Promise<Answer<unknown>> {
  const form = new FormData();
  form.append('operations', JSON.stringify({ query, variables: { file: null } }));
  form.append('map', JSON.stringify({ 0: ['variables.file'] }));
  form.append('0', new File(['x'], 'x.txt'));
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: form });
  return (await response.json()) as Answer<unknown>;
}

async function refusalOverSocket(socket: Socket, { operation }: RootField) {
  return firstErrorIn(await socket.subscribes<unknown>(operation).answer());
}

async function refusalOverStream({ operation: query }: RootField) {
  const [, data = 'null'] = /^data: (.+)$/m.exec(await (await ask(server.url, { query })).text()) ?? [];
  return firstErrorIn(JSON.parse(data) as Answer<unknown>);
}

function firstErrorIn({ errors }: Answer<unknown>): { message: string; code: string } | undefined {
  const [error] = errors ?? [];
  return error && { message: error.message, code: error.extensions.code };
}
