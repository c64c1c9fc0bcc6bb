import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { type Answer, type AnswerError, post } from '../support/requests/graphql.js';
import { CREATE, EDIT, JOIN, SEND } from '../support/people/person.js';
import { RawSocket } from '../support/sockets/raw-socket.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

describe('an operation on a socket', () => {
  it('is answered as over HTTP', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const { id } = await ada.says('Hello', room);
    const operations: [string, Record<string, unknown>?][] = [
      ['{ viewer { user { username displayName kind } } }'],
      [
        'query ($id: ID!) { room(id: $id) { name memberCount messages { nodes { body author { username } } } } }',
        { id: room.id },
      ],
      ['{ room(id: "none") { name } }'],
      [EDIT, { id, body: 'Hello, Ben' }],
      [JOIN, { id: room.id }],
      [SEND, { input: { roomId: room.id, body: 'The same', nonce: `nonce ${room.id}` } }],
    ];
    for (const operation of operations) {
      const overHttp = await overHttpBy(ada.bearer, ...operation);
      expect(overHttp.errors).toBeUndefined();
      expect(await overSocketBy(ada.bearer, ...operation)).toEqual(overHttp);
    }
  });

  it('is refused as over HTTP', async () => {
    const { ada, otto } = await aCast(server);
    const [open, hidden] = [await aRoom(ada), await aRoom(ada, [], 'PRIVATE')];
    const deep = `{ rooms(first: 100) { nodes { messages(first: 100) { nodes { author { username } room { messages(first: 100) { nodes { body } } } } } } } }`;
    const operations: [string, string, Record<string, unknown>?][] = [
      ['FORBIDDEN', SEND, { input: { roomId: open.id, body: 'Hello' } }],
      ['NOT_FOUND', SEND, { input: { roomId: hidden.id, body: 'Hello' } }],
      ['BAD_USER_INPUT', SEND, { input: { roomId: open.id, body: '' } }],
      ['BAD_USER_INPUT', SEND, { input: { roomId: open.id } }],
      ['BAD_USER_INPUT', CREATE, { input: { name: '' } }],
      ['CONFLICT', CREATE, { input: { name: open.name } }],
      ['GRAPHQL_PARSE_FAILED', '{ viewer {'],
      ['GRAPHQL_VALIDATION_FAILED', '{ viewer { shoeSize } }'],
      ['QUERY_TOO_COMPLEX', deep],
    ];
    for (const [code, ...operation] of operations) {
      const overHttp = await overHttpBy(otto.bearer, ...operation);
      expect(overHttp.errors).toMatchObject([{ extensions: { code } }]);
      expect(await overSocketBy(otto.bearer, ...operation), operation[0]).toEqual(overHttp);
    }
  });

  it('of a visitor is answered and refused as over HTTP', async () => {
    const room = await aRoom((await aCast(server)).ada);
    const operations: [string, Record<string, unknown>?][] = [
      ['{ viewer { user { username } } }'],
      ['{ rooms { totalCount } }'],
      ['{ roomByName(name: "any") { id } }'],
      [SEND, { input: { roomId: room.id, body: 'Hello' } }],
      ['mutation { login(input: { username: "nobody", password: "nothing" }) { user { id } } }'],
      ['mutation { logout { ok } }'],
    ];
    for (const operation of operations)
      expect(await overSocketBy({}, ...operation)).toEqual(await overHttpBy({}, ...operation));
  });

  it('signs somebody in, but gives no cookies', async () => {
    const { ada } = await aCast(server);
    const login = (cookie: boolean) =>
      `mutation { login(input: { username: "${ada.username}", password: "a long password", cookie: ${String(cookie)} }) { session { refreshToken } } }`;
    const refused = await overSocketBy({}, login(true));
    expect(refused.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'cookie' } }]);
    const answer = (await overSocketBy({}, login(false))).data;
    expect(answer).toEqual({ login: { session: { refreshToken: expect.any(String) as string } } });
  });

  it('has to say which of several it is', async () => {
    const two = 'query A { viewer { eventCursor } } query B { viewer { eventCursor } }';
    expect((await overSocketBy({}, two)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await overHttpBy({}, two)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('that is a subscription is for sockets alone', async () => {
    const { ada } = await aCast(server);
    const overHttp = await overHttpBy(ada.bearer, 'subscription { events { cursor } }');
    expect(overHttp.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

type Told = Pick<AnswerError, 'message' | 'extensions'>;
interface Outcome {
  readonly data: unknown;
  readonly errors?: readonly Told[];
}

async function overHttpBy(
  bearer: Record<string, string>,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Outcome> {
  return outcomeOf(await post(server.url, query, variables, bearer));
}

async function overSocketBy(
  bearer: Record<string, string>,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Outcome> {
  using socket = await RawSocket.acknowledged(server.url, bearer);
  socket.says({ type: 'subscribe', id: '1', payload: { query, variables } });
  const { type, payload } = await socket.next();
  return outcomeOf(type === 'error' ? { data: null, errors: payload as AnswerError[] } : (payload as Answer<unknown>));
}

/** What counts for a client: the data, and what it is told of each error. */
function outcomeOf({ data, errors }: Answer<unknown>): Outcome {
  const told = errors?.map(({ message, extensions: { code, field } }) => ({
    message,
    extensions: { code, ...(field !== undefined && { field }) },
  }));
  return { data: data ?? null, ...(told && { errors: told }) };
}
