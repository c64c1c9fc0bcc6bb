import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, it, onTestFinished } from 'vitest';
import { aBotIn } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { saidBy } from '../support/people/said-by.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const { ada, ben } = await aCast(server);

it('says what it can do, and that only sending changes anything', async () => {
  const room = await aRoom(ada);
  const { tools } = await (await assistantOf(await aBotIn(ada, room))).listTools();
  const changing = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true).map(({ name }) => name);
  expect(tools.map(({ name }) => name).toSorted()).toEqual([
    'list_rooms',
    'read_messages',
    'search_messages',
    'send_message',
    'wait_for_messages',
  ]);
  expect(changing).toEqual(['send_message']);
});

it('reads the rooms of its bot page by page, searches them, and posts once for each nonce', async () => {
  const room = await aRoom(ada);
  const robot = await aBotIn(ada, room);
  for (const body of ['Cake in the kitchen', 'Tea as well', 'And coffee']) await ada.says(body, room);
  const assistant = await assistantOf(robot);
  expect(await asked(assistant, 'list_rooms')).toMatchObject({ rooms: [{ id: room.id, name: room.name }] });

  const newest = await asked<Page>(assistant, 'read_messages', { roomId: room.id, count: 2 });
  expect(newest.messages.map(({ body }) => body)).toEqual(['Tea as well', 'And coffee']);
  const older = await asked<Page>(assistant, 'read_messages', { roomId: room.id, before: newest.before });
  expect(older).toMatchObject({ messages: [{ body: 'Cake in the kitchen' }], before: null });
  const found = await asked<Page>(assistant, 'search_messages', { query: 'kitchen' });
  expect(found.messages.map(({ body }) => body)).toEqual(['Cake in the kitchen']);

  for (let tries = 0; tries < 2; tries += 1)
    await asked(assistant, 'send_message', { roomId: room.id, body: 'Enjoy', nonce: `enjoy-${room.id}` });
  expect(await saidBy(robot, ada, room)).toEqual(['Enjoy']);
});

it('waits for what others say, misses nothing between two questions, and says nothing where nothing is said', async () => {
  const room = await aRoom(ada);
  const robot = await aBotIn(ada, room);
  const assistant = await assistantOf(robot);
  const { cursor } = await asked<{ cursor: string }>(assistant, 'list_rooms');
  await robot.says('Of its own', room);
  await ada.says('Before it asks', room);
  const first = await asked<Waited>(assistant, 'wait_for_messages', { after: cursor });
  expect(first.messages.map(({ body }) => body)).toEqual(['Before it asks']);

  const waiting = asked<Waited>(assistant, 'wait_for_messages', { after: first.cursor });
  await ada.says('While it waits', room);
  const second = await waiting;
  expect(second.messages.map(({ body }) => body)).toEqual(['While it waits']);
  const nothing = await asked<Waited>(assistant, 'wait_for_messages', { after: second.cursor, seconds: 1 });
  expect(nothing.messages).toEqual([]);
});

it('sees nothing of rooms that its bot is not in, and says what it was refused', async () => {
  const [room, others] = [await aRoom(ada), await aRoom(ben, [], 'PRIVATE')];
  await ben.says('Between us', others);
  const assistant = await assistantOf(await aBotIn(ada, room));
  const send = { roomId: others.id, body: 'Hello', nonce: others.id };
  for (const [name, input] of [
    ['read_messages', { roomId: others.id }],
    ['send_message', send],
  ] as const) {
    const answer = await assistant.callTool({ name, arguments: input });
    expect(answer).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('(NOT_FOUND)') as string }],
    });
  }
  expect((await asked<Page>(assistant, 'search_messages', { query: 'between' })).messages).toEqual([]);
  expect(await assistant.callTool({ name: 'send_message', arguments: { roomId: room.id, body: 'Hi' } })).toMatchObject({
    isError: true,
  });
});

interface Page {
  readonly messages: readonly { readonly body: string }[];
  readonly before: string | null;
}

interface Waited {
  readonly messages: readonly { readonly body: string }[];
  readonly cursor: string;
}

/** The server of the package as a process of its own, and the protocol's own client. */
async function assistantOf({ accessToken }: Person): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['packages/mcp/bin/tertulia-mcp.mjs'],
    env: { TERTULIA_URL: server.url, TERTULIA_TOKEN: accessToken },
  });
  await client.connect(transport);
  onTestFinished(() => client.close());
  return client;
}

async function asked<T = unknown>(client: Client, name: string, input: Record<string, unknown> = {}): Promise<T> {
  const { content, isError } = await client.callTool({ name, arguments: input });
  const [answer] = content;
  if (isError || answer?.type !== 'text') throw new Error(JSON.stringify(content));
  return JSON.parse(answer.text) as T;
}
