import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { upload } from '../support/files/uploads.js';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { post } from '../support/requests/graphql.js';
import { statementsDuring } from '../support/servers/statements.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const NODES = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id
  ... on Room { name } ... on User { username } ... on Message { body } ... on File { fileName: name room { id } } } }`;
const THREAD = `query ($id: ID!) { node(id: $id) { ...T } } fragment T on Thread { __typename id messageCount room { id } }`;

interface Node {
  readonly __typename: string;
  readonly id: string;
}

/** One of each type, of a private room of Ada and Ben. */
async function aRoomWithAll() {
  const cast = await aCast(server);
  const { ada, ben } = cast;
  const room = await aRoom(ada, [ben], 'PRIVATE');
  const file = await upload(ada, room, 'list.txt', 'Flour');
  const message = await ada.says('With a list', room, { attachmentIds: [file.id] });
  await ben.says('In the thread', room, { threadRootId: message.id });
  return { ...cast, room, file, message };
}

describe('what has an id', () => {
  it('is found by it, each as what it is, in the order asked', async () => {
    const { ada, ben, room, file, message } = await aRoomWithAll();
    const ids = [message.id, file.id, ada.id, room.id, message.id];
    expect(await nodesOf(ben, ids)).toEqual([
      { __typename: 'Message', id: message.id, body: 'With a list' },
      { __typename: 'File', id: file.id, fileName: 'list.txt', room: { id: room.id } },
      { __typename: 'User', id: ada.id, username: ada.username },
      { __typename: 'Room', id: room.id, name: room.name },
      { __typename: 'Message', id: message.id, body: 'With a list' },
    ]);
  });

  it('is a thread where the thread is asked for, which has the id of its message', async () => {
    const { ada, room, message } = await aRoomWithAll();
    const thread = { __typename: 'Thread', id: message.id, messageCount: 1, room: { id: room.id } };
    expect(await ada.asks(THREAD, { id: message.id })).toEqual({ node: thread });
    const both = `query ($id: ID!) { node(id: $id) { __typename ... on Thread { id } ... on Message { id } } }`;
    expect(await ada.asks(both, { id: message.id })).toEqual({ node: { __typename: 'Message', id: message.id } });
    const neither = `query ($id: ID!) { node(id: $id) { __typename } }`;
    expect(await ada.asks(neither, { id: message.id })).toEqual({ node: { __typename: 'Message' } });
  });
});

describe('somebody outside of the room', () => {
  it('finds nothing of it, and cannot tell what is there from what is not', async () => {
    const { otto, room, file, message } = await aRoomWithAll();
    const ids = [room.id, file.id, message.id, randomUUID(), 'nonsense', '', '\0'];
    expect(await nodesOf(otto, ids)).toEqual(ids.map(() => null));
    expect(await otto.asks(THREAD, { id: message.id })).toEqual({ node: null });
  });

  it('finds a public room, but nothing that was said or sent there', async () => {
    const { ada, otto } = await aCast(server);
    const room = await aRoom(ada);
    const file = await upload(ada, room, 'list.txt', 'Flour');
    const message = await ada.says('Here', room, { attachmentIds: [file.id] });
    await ada.says('There', room, { threadRootId: message.id });
    expect((await nodesOf(otto, [room.id, message.id, file.id])).map((node) => node?.__typename)).toEqual([
      'Room',
      undefined,
      undefined,
    ]);
    expect(await otto.asks(THREAD, { id: message.id })).toEqual({ node: null });
  });

  it('is whoever has left: what they found before is gone', async () => {
    const { ben, room, file, message } = await aRoomWithAll();
    await ben.leaves(room);
    expect(await nodesOf(ben, [room.id, file.id, message.id])).toEqual([null, null, null]);
  });
});

it('a file that no message shows is its uploader’s alone, who does not learn from it of a room that they have left', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben], 'PRIVATE');
  const file = await upload(ben, room, 'draft.txt', 'Sugar');
  expect(await nodesOf(ada, [file.id])).toEqual([null]);
  expect(await nodesOf(ben, [file.id])).toMatchObject([{ id: file.id, room: { id: room.id } }]);
  await ben.leaves(room);
  expect(await nodesOf(ben, [file.id])).toMatchObject([{ id: file.id, room: null }]);
});

it('a visitor finds nobody and nothing', async () => {
  const { ada } = await aCast(server);
  const { data, errors = [] } = await post(server.url, NODES, { ids: [ada.id] });
  expect([data, errors[0]?.extensions.code]).toEqual([null, 'UNAUTHENTICATED']);
});

describe('many ids', () => {
  it('are at most a hundred', async () => {
    const { ada } = await aCast(server);
    const ids = Array.from({ length: 101 }, () => randomUUID());
    expect(await nodesOf(ada, ids.slice(1))).toEqual(ids.slice(1).map(() => null));
    expect(await ada.isRefused('BAD_USER_INPUT', NODES, { ids })).toMatchObject({ extensions: { field: 'ids' } });
  });

  it('cost what is asked of each', async () => {
    const { ada } = await aCast(server);
    const costOf = async (count: number): Promise<number> => {
      const body = JSON.stringify({
        query: NODES,
        variables: { ids: Array.from({ length: count }, () => randomUUID()) },
      });
      const headers = { 'content-type': 'application/json', ...ada.bearer };
      const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
      return ((await answer.json()) as { extensions: { cost: { requested: number } } }).extensions.cost.requested;
    };
    const [none, one, hundred] = [await costOf(0), await costOf(1), await costOf(100)];
    expect(hundred - none).toBe(100 * (one - none));
    expect(one - none).toBeGreaterThan(20);
  });

  it('are looked for together: a hundred take as many statements as one', async () => {
    const { ada, room, message, file } = await aRoomWithAll();
    const more = Array.from({ length: 97 }, () => randomUUID());
    const one = await statementsDuring(server, () => nodesOf(ada, [room.id, message.id, file.id]));
    const hundred = await statementsDuring(server, () => nodesOf(ada, [room.id, message.id, file.id, ...more]));
    expect(hundred.length).toBe(one.length);
  });
});

async function nodesOf(person: Person, ids: readonly string[]): Promise<(Node | null)[]> {
  return (await person.asks<{ nodes: (Node | null)[] }>(NODES, { ids })).nodes;
}
