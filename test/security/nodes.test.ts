import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BotScope } from '#server/caller/index.js';
import { consumerOf, deletesConsumer, makesConsumer } from '../support/feeds/consumer.js';
import { upload } from '../support/files/uploads.js';
import { anAdministrator } from '../support/people/administration.js';
import { comesWith, deletesWebhook, makesBot, makesToken, makesWebhook, revokesToken } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { post } from '../support/requests/graphql.js';
import { statementsDuring } from '../support/servers/statements.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const administrator = await anAdministrator(server);

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

describe('what belongs to a bot', () => {
  it('is its owner’s and the administrators’; the bot itself anybody finds', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const { bot, token, webhook, consumer } = await aBotWithAll(ada, room);
    const ids = [bot.id, token.id, webhook.id, consumer.id];
    const all = ['Bot', 'BotToken', 'IncomingWebhook', 'Consumer'].map((__typename, n) => ({ __typename, id: ids[n] }));
    for (const who of [ada, administrator]) expect(await nodesOf(who, ids)).toMatchObject(all);
    expect(await nodesOf(ben, ids)).toEqual([expect.objectContaining(all[0] ?? {}), null, null, null]);
    await revokesToken(ada, token);
    await deletesWebhook(ada, webhook);
    await deletesConsumer(comesWith(server, bot, await makesToken(ada, bot)), 'echo');
    expect((await nodesOf(ada, ids)).map((node) => node?.id)).toEqual([bot.id, undefined, undefined, undefined]);
  });

  it('is shown to itself as far as its token goes, but never a token', async () => {
    const { ada } = await aCast(server);
    const { bot, token, webhook, consumer } = await aBotWithAll(ada, await aRoom(ada));
    const ids = [bot.id, token.id, webhook.id, consumer.id];
    const seenWith = async (scopes: readonly BotScope[]) =>
      (await nodesOf(comesWith(server, bot, await makesToken(ada, bot, { scopes })), ids)).map(
        (node) => node?.__typename,
      );
    expect(await seenWith(['MESSAGES_READ', 'EVENTS_READ'])).toEqual(['Bot', undefined, undefined, 'Consumer']);
    expect(await seenWith(['MESSAGES_READ'])).toEqual(['Bot', undefined, undefined, undefined]);
  });

  it('lists its consumers for its owner and administrators', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const { bot, consumer } = await aBotWithAll(ada, room);
    const query = 'query ($id: ID!) { node(id: $id) { ... on Bot { consumers { id name lag } } } }';
    await ada.says('Hello', room);
    const listed = { node: { consumers: [{ id: consumer.id, name: 'echo', lag: 1 }] } };
    for (const who of [ada, administrator]) expect(await who.asks(query, { id: bot.id })).toEqual(listed);
    expect(await ben.asks(query, { id: bot.id })).toEqual({ node: { consumers: null } });
  });
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

/** A bot of Ada's in her room, with one of each that a bot can have. The webhook has a bot of its own. */
async function aBotWithAll(ada: Person, room: { readonly id: string }) {
  const bot = await makesBot(ada);
  await ada.adds({ id: bot.user.id }, room);
  const token = await makesToken(ada, bot);
  const webhook = await makesWebhook(ada, room);
  const itself = comesWith(server, bot, token);
  await makesConsumer(itself, 'echo');
  const consumer = await consumerOf(itself, 'echo');
  if (!consumer) throw new Error('There is no consumer.');
  return { bot, token, webhook, consumer };
}

async function nodesOf(person: Person, ids: readonly string[]): Promise<(Node | null)[]> {
  return (await person.asks<{ nodes: (Node | null)[] }>(NODES, { ids })).nodes;
}
