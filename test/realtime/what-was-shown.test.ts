import { expect, it, vi } from 'vitest';
import { NamedMessages } from '#server/messages/named-messages.js';
import { PinnedMessages } from '#server/messages/pinned-messages.js';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import type { Socket } from '../support/sockets/socket.js';
import { statementsDuring } from '../support/servers/statements.js';
import { spoilBus } from '../support/feeds/spoilt-bus.js';

const server = await aServer();

/** Shows with each message the two that stood last in its room. */
const QUOTING = `subscription ($roomId: ID!, $after: Cursor) { item: roomEvents(roomId: $roomId, after: $after) {
  cursor mark event { ... on MessageSent { message { body } room { messages(last: 2) { nodes { body } } } } } } }`;
const PLAIN = `subscription ($roomId: ID!, $after: Cursor) { item: roomEvents(roomId: $roomId, after: $after) {
  cursor mark event { ... on MessageSent { message { body } } } } }`;

const STARTING = `subscription ($roomId: ID!, $after: Cursor) { item: roomEvents(roomId: $roomId, after: $after) {
  cursor mark event { ... on MessageSent { message { body startedThread { id } } } } } }`;

interface Item {
  readonly item: {
    readonly mark: string | null;
    readonly event: {
      readonly message?: { readonly body: string; readonly startedThread?: { readonly id: string } | null };
      readonly room?: { readonly messages: { readonly nodes: readonly { readonly body: string }[] } };
    } | null;
  };
}

it('a message that another event quotes is deleted, and who replays both sees it nowhere', async () => {
  const { ada, ben, room } = await aRoomOfTwo();
  await using socket = await ada.opensSocket();
  await using late = await ada.opensSocket();
  const live = socket.subscribes<Item>(QUOTING, { roomId: room.id });
  await live.next();
  const secret = await ben.says('The code is 1234', room);
  await ben.says('See above', room);
  await live.until(({ item }) => item.event?.message?.body === 'See above');
  expect(await bodiesIn(late, QUOTING, room)).toContain('The code is 1234');
  await ben.deletes(secret);
  await live.next();
  expect(await bodiesIn(late, QUOTING, room)).not.toContain('The code is 1234');
});

it('also where the hint of the deletion was lost, once the event itself has arrived', async () => {
  const { ada, ben, room } = await aRoomOfTwo();
  await using socket = await ada.opensSocket();
  await using late = await ada.opensSocket();
  const live = socket.subscribes<Item>(PLAIN, { roomId: room.id });
  await live.next();
  const secret = await ben.says('The code is 1234', room);
  await live.next();
  expect(await bodiesIn(late, PLAIN, room)).toContain('The code is 1234');
  const restore = spoilBus(server, ['lost']);
  await ben.deletes(secret);
  restore();
  await ben.says('Next', room);
  await live.until(({ item }) => item.event?.message?.body === 'Next');
  expect(await bodiesIn(late, PLAIN, room)).not.toContain('The code is 1234');
});

it('what shows another message goes on being remembered', async () => {
  const { ada, ben, room } = await aRoomOfTwo();
  await using socket = await ada.opensSocket();
  await using late = await ben.opensSocket();
  const live = socket.subscribes<Item>(PLAIN, { roomId: room.id });
  await live.next();
  const typo = await ben.says('Tpyo', room);
  for (const body of ['One', 'Two', 'Three']) await ben.says(body, room);
  await live.until(({ item }) => item.event?.message?.body === 'Three');
  await bodiesIn(late, PLAIN, room);
  await ben.edits(typo, 'Typo');
  await live.next();
  using reads = readsOfMessages();
  expect(await bodiesIn(late, PLAIN, room)).toBe('Typo One Two Three');
  expect(reads.ids()).toEqual([typo.id]);
});

it('a thread begins on a message that was just sent, and who replays it sees the thread', async () => {
  const { ada, ben, room } = await aRoomOfTwo();
  await using socket = await ada.opensSocket();
  await using late = await ben.opensSocket();
  const live = socket.subscribes<Item>(STARTING, { roomId: room.id });
  await live.next();
  let root = { id: '' };
  // Shown at once, it is not even looked for.
  const statements = await statementsDuring(server, async () => {
    root = await ben.says('Lunch?', room);
    expect((await live.next()).item.event?.message?.startedThread).toBeNull();
  });
  expect(statements.filter((text) => /from thread\b/.test(text))).toEqual([]);
  await bodiesIn(late, STARTING, room);
  await ada.says('Soup', room, { threadRootId: root.id });
  await ben.says('Next', room);
  const replayed = late.subscribes<Item>(STARTING, { roomId: room.id, after: room.eventCursor });
  const seen = await replayed.until(({ item }) => item.event?.message?.body === 'Next');
  const shown = seen.flatMap(({ item }) => (item.event?.message ? [item.event.message.startedThread?.id ?? null] : []));
  expect(shown).toEqual([root.id, null]);
});

it('a message that another one answers is edited and deleted, and its answer is shown with what it says now', async () => {
  const { ada, ben, room } = await aRoomOfTwo();
  await using socket = await ada.opensSocket();
  await using late = await ben.opensSocket();
  const ANSWERING = `subscription ($roomId: ID!, $after: Cursor) { item: roomEvents(roomId: $roomId, after: $after) {
    cursor mark event { ... on MessageSent { message { id replyTo { body } } } } } }`;
  interface Answering {
    readonly item: {
      readonly mark: string | null;
      readonly event: { readonly message?: { readonly replyTo: { readonly body: string } | null } } | null;
    };
  }
  const quoted = async (reader: Socket): Promise<readonly (string | undefined)[]> => {
    const feed = reader.subscribes<Answering>(ANSWERING, { roomId: room.id, after: room.eventCursor });
    const items = await feed.until(({ item }) => item.mark === 'CAUGHT_UP');
    if (reader === late) feed.unsubscribe();
    return items.flatMap(({ item: { event } }) => event?.message?.replyTo?.body ?? []);
  };
  await quoted(socket);
  const secret = await ben.says('The code is 1234', room);
  await ada.says('Thank you', room, { replyToId: secret.id });
  expect(await quoted(late)).toEqual(['The code is 1234']);
  await ben.edits(secret, 'The code is at the desk');
  expect(await quoted(late)).toEqual(['The code is at the desk']);
  await ben.deletes(secret);
  expect(await quoted(late)).toEqual(['']);
});

it('a list of pins is shown as it is once a message was pinned, unpinned or deleted, and stays where one was said', async () => {
  const { ada, ben, room } = await aRoomOfTwo();
  await using staying = await ben.opensSocket();
  await using late = await ben.opensSocket();
  const PINS = `subscription ($roomId: ID!, $after: Cursor) { item: roomEvents(roomId: $roomId, after: $after) {
    cursor mark event { ... on MemberJoined { room { pins(first: 5) { nodes { body } } } } } } }`;
  interface Pinned {
    readonly item: {
      readonly mark: string | null;
      readonly event: { readonly room?: { readonly pins: { readonly nodes: readonly { body: string }[] } } } | null;
    };
  }
  const pins = async (reader: Socket): Promise<string[]> => {
    const feed = reader.subscribes<Pinned>(PINS, { roomId: room.id, after: room.eventCursor });
    const items = await feed.until(({ item }) => item.mark === 'CAUGHT_UP');
    if (reader === late) feed.unsubscribe();
    return items.findLast(({ item }) => item.event?.room)?.item.event?.room?.pins.nodes.map(({ body }) => body) ?? [];
  };
  expect(await pins(staying)).toEqual([]);
  const [rules, code] = [await ada.says('The rules', room), await ada.says('The code', room)];
  for (const message of [rules, code]) await ada.pins(message);
  expect(await pins(late)).toEqual(['The code', 'The rules']);
  await ben.unpins(code);
  expect(await pins(late)).toEqual(['The rules']);
  await ada.deletes(rules);
  expect(await pins(late)).toEqual([]);
  await ada.pins(code);
  expect(await pins(late)).toEqual(['The code']);
  using reads = vi.spyOn(server.app.get(PinnedMessages), 'pageOf');
  await ada.says('Next', room);
  expect(await pins(late)).toEqual(['The code']);
  expect(reads).not.toHaveBeenCalled();
});

async function aRoomOfTwo() {
  const { ada, ben } = await aCast(server);
  return { ada, ben, room: await aRoom(ada, [ben]) };
}

/** All that somebody reads who replays the room with this operation. */
async function bodiesIn(socket: Socket, operation: string, room: Awaited<ReturnType<typeof aRoom>>): Promise<string> {
  const feed = socket.subscribes<Item>(operation, { roomId: room.id, after: room.eventCursor });
  const items = await feed.until(({ item }) => item.mark === 'CAUGHT_UP');
  feed.unsubscribe();
  return items
    .flatMap(({ item: { event } }) => [
      event?.message?.body,
      ...(event?.room?.messages.nodes ?? []).map(({ body }) => body),
    ])
    .filter((body) => body !== undefined)
    .join(' ');
}

/** Which messages are asked for so that an event can be shown. */
function readsOfMessages(): { ids(): string[] } & Disposable {
  const spy = vi.spyOn(server.app.get(NamedMessages), 'get');
  return {
    ids: () => spy.mock.calls.map(([, id]) => id),
    [Symbol.dispose]: () => {
      spy.mockRestore();
    },
  };
}
