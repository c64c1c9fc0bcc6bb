import { expect, it, vi } from 'vitest';
import { MessagesService } from '#server/messages/messages.service.js';
import { aCast } from '../support/cast.js';
import type { Person } from '../support/person.js';
import { aRoom } from '../support/room.js';
import { aServer } from '../support/server.js';
import type { Socket, Subscription } from '../support/socket.js';

const server = await aServer();

const SHARED = `subscription ($roomId: ID!, $after: Cursor) { item: roomEvents(roomId: $roomId, after: $after) {
  cursor mark event { id ... on MessageSent { message { id body author { username } } } } } }`;
const PER_VIEWER = `subscription ($roomId: ID!) { item: roomEvents(roomId: $roomId) {
  mark event { ... on MessageSent { message { body } } ...Mine } } }
  fragment Mine on RoomEvent { room { mine: viewerMembership { role user { id } } } }`;
const ALL_ROOMS = `subscription { item: events { mark event { ... on MessageSent { message { body } } } } }`;

interface Item {
  readonly item: {
    readonly cursor?: string;
    readonly mark: string | null;
    readonly event: {
      readonly message?: { readonly body: string };
      readonly room?: { readonly mine: { readonly role: string; readonly user: { readonly id: string } } | null };
    } | null;
  };
}

it('an event is executed once for twenty sockets of three people who came with different cursors', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  const cursors = [room.eventCursor, ...(await cursorsOfNewMessages(ada, room))];
  await using crowd = await aCrowd([ada, ben, cleo], 20);
  const feeds = crowd.sockets.map((socket, index) =>
    socket.subscribes<Item>(SHARED, { roomId: room.id, after: cursors[index % cursors.length] }),
  );
  await allCaughtUp(feeds);
  using executions = countExecutions();
  await ben.says('For all of you', room);
  const answers = await Promise.all(feeds.map((feed) => feed.next()));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.item.event?.message?.body).toBe('For all of you');
  expect(executions.count()).toBe(1);
});

it('the feed of all rooms is executed once too, for whoever sees the event', async () => {
  const { ada, ben, cleo, otto } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  await using crowd = await aCrowd([ada, ben, cleo], 9);
  const feeds = crowd.sockets.map((socket) => socket.subscribes<Item>(ALL_ROOMS));
  await using ottos = await otto.opensSocket();
  const outside = ottos.subscribes<Item>(ALL_ROOMS);
  await allCaughtUp([...feeds, outside]);
  using executions = countExecutions();
  await ben.says('For members', room);
  for (const feed of feeds) expect((await feed.next()).item.event?.message?.body).toBe('For members');
  expect(executions.count()).toBe(1);
  expect(outside.waiting).toBe(0);
});

it('another operation is another execution', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  await using socket = await ada.opensSocket();
  const feeds = [
    socket.subscribes<Item>(SHARED, { roomId: room.id }),
    socket.subscribes<Item>(`# mine\n${SHARED}`, { roomId: room.id }),
    socket.subscribes<Item>(SHARED, { roomId: room.id }),
  ];
  await allCaughtUp(feeds);
  using executions = countExecutions();
  await ada.says('Twice', room);
  await Promise.all(feeds.map((feed) => feed.next()));
  expect(executions.count()).toBe(2);
});

it('a selection that depends on who looks is executed for each viewer, and shows each their own', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  await ada.makes(ben, 'MODERATOR', room);
  await using crowd = await aCrowd([ada, ben, cleo], 9);
  const feeds = crowd.sockets.map((socket) => socket.subscribes<Item>(PER_VIEWER, { roomId: room.id }));
  await allCaughtUp(feeds);
  using executions = countExecutions();
  await ben.says('Who am I?', room);
  const roles = await Promise.all(feeds.map(async (feed) => (await feed.next()).item.event?.room?.mine));
  const expected = [
    { role: 'OWNER', user: { id: ada.id } },
    { role: 'MODERATOR', user: { id: ben.id } },
    { role: 'MEMBER', user: { id: cleo.id } },
  ];
  expect(roles).toEqual([...expected, ...expected, ...expected]);
  expect(executions.count()).toBe(3);
});

/** Sockets of these people in turn. */
async function aCrowd(people: readonly Person[], size: number): Promise<{ sockets: Socket[] } & AsyncDisposable> {
  const turns = Array.from({ length: Math.ceil(size / people.length) }, () => people).flat();
  const sockets = await Promise.all(turns.slice(0, size).map((person) => person.opensSocket()));
  return {
    sockets,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(sockets.map((socket) => socket.close()));
    },
  };
}

async function allCaughtUp(feeds: readonly Subscription<Item>[]): Promise<void> {
  await Promise.all(feeds.map((feed) => feed.until(({ item }) => item.mark === 'CAUGHT_UP' || item.mark === 'OPENED')));
}

/** The room's positions after each of a few messages. */
async function cursorsOfNewMessages(writer: Person, room: { id: string }): Promise<string[]> {
  await using socket = await writer.opensSocket();
  const feed = socket.subscribes<Item>(SHARED, { roomId: room.id });
  const cursors: string[] = [(await feed.next()).item.cursor ?? ''];
  for (const body of ['One', 'Two', 'Three']) {
    await writer.says(body, room);
    cursors.push((await feed.next()).item.cursor ?? '');
  }
  return cursors;
}

/** How often the message of an event was asked for, which every execution above does once. */
function countExecutions(): { count(): number } & Disposable {
  const spy = vi.spyOn(server.app.get(MessagesService), 'get');
  return {
    count: () => spy.mock.calls.length,
    [Symbol.dispose]: () => {
      spy.mockRestore();
    },
  };
}
