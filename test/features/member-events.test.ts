import { expect, test } from 'vitest';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const PAGE = `query ($id: ID!, $last: Int, $before: Cursor) {
  room(id: $id) { messages(last: $last, before: $before) {
    nodes { body seq } memberEvents { __typename seq user { id } } pageInfo { startCursor }
  } }
}`;

interface Page {
  readonly nodes: { body: string; seq: number }[];
  readonly memberEvents: { __typename: string; seq: number; user: { id: string } }[];
  readonly pageInfo: { startCursor: string };
}

test('a page of messages says who came and went around them, between its neighbours on both sides', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await ada.creates('Comings and goings');
  await ben.joins(room);
  await ada.says('one', room);
  await ada.says('two', room);
  await ben.leaves(room);
  await cleo.joins(room);
  await ada.says('three', room);
  await ben.joins(room);

  const newest = await aPage(ada, room, 1);
  expect(told(newest)).toEqual([`left ${ben.id}`, `joined ${cleo.id}`, 'three', `joined ${ben.id}`]);
  const middle = await aPage(ada, room, 1, newest.pageInfo.startCursor);
  expect(told(middle)).toEqual(['two', `left ${ben.id}`, `joined ${cleo.id}`]);
  const oldest = await aPage(ada, room, 1, middle.pageInfo.startCursor);
  expect(told(oldest)).toEqual([`joined ${ada.id}`, `joined ${ben.id}`, 'one']);
});

test('a room without messages tells who came, and tells Otto nothing', async () => {
  const { ada, otto } = await aCast(server);
  const room = await ada.creates('Silence');
  expect(told(await aPage(ada, room, 50))).toEqual([`joined ${ada.id}`]);
  expect(await otto.asks(PAGE, { id: room.id })).toEqual({ room: { messages: null } });
});

async function aPage(who: Person, { id }: { id: string }, last: number, before?: string): Promise<Page> {
  return (await who.asks<{ room: { messages: Page } }>(PAGE, { id, last, before })).room.messages;
}

function told({ nodes, memberEvents }: Page): string[] {
  const words = (name: string): string => (name === 'MemberJoined' ? 'joined' : 'left');
  return [
    ...nodes.map(({ body, seq }) => ({ seq, text: body })),
    ...memberEvents.map(({ __typename, seq, user }) => ({ seq, text: `${words(__typename)} ${user.id}` })),
  ]
    .sort((a, b) => a.seq - b.seq)
    .map(({ text }) => text);
}
