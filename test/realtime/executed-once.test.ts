import { expect, it, vi } from 'vitest';
import { NamedMessages } from '#server/messages/named-messages.js';
import { aCast } from '../support/people/cast.js';
import { countEncodings } from '../support/sockets/encodings.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { sendsTogether } from '../support/people/sends.js';
import { aServer } from '../support/servers/server.js';
import type { Socket, Subscription } from '../support/sockets/socket.js';
import { statementsDuring } from '../support/servers/statements.js';

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

it.each([1, 1000])('an event is executed once and put into bytes once for %i who subscribe', async (readers) => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  const cursors = [room.eventCursor, ...(await cursorsOfNewMessages(ada, room))];
  await using crowd = await aCrowd([ada, ben, cleo], Math.ceil(readers / 50));
  const feeds = Array.from({ length: readers }, (_, index) =>
    socketFor(index, crowd).subscribes<Item>(SHARED, { roomId: room.id, after: cursors[index % cursors.length] }),
  );
  await allCaughtUp(feeds);
  using executions = countExecutions();
  using encodings = countEncodings((value) => bodyIn(value) === 'For all of you');
  await sendsTogether(server, ben, [{ roomId: room.id, body: 'For all of you' }]);
  for (const feed of feeds) expect((await feed.next()).item.event?.message?.body).toBe('For all of you');
  expect(executions.count()).toBe(1);
  expect(encodings.count()).toBe(1);
});

it('what many come to at the same place is put into bytes once as well', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  await using crowd = await aCrowd([ada], 4);
  using encodings = countEncodings((value) => markIn(value) === 'CAUGHT_UP');
  await allCaughtUp(
    Array.from({ length: 200 }, (_, index) =>
      socketFor(index, crowd).subscribes<Item>(SHARED, { roomId: room.id, after: room.eventCursor }),
    ),
  );
  expect(encodings.count()).toBe(1);
});

it('what was committed together is loaded once for all: rooms, operations, and however many subscribe', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const rooms = await Promise.all(Array.from({ length: 4 }, () => aRoom(ada, [ben, cleo])));
  const burst = rooms.flatMap(({ id }) => ['One', 'Two', 'Three'].map((body) => ({ roomId: id, body })));
  const statementsFor = async (readers: number): Promise<string[]> => {
    await using crowd = await aCrowd([ada, ben, cleo], readers);
    const feeds = crowd.sockets.flatMap((socket) => [
      ...rooms.map(({ id }) => socket.subscribes<Item>(SHARED, { roomId: id })),
      ...rooms.map(({ id }) => socket.subscribes<Item>(`# the same, for others\n${SHARED}`, { roomId: id })),
    ]);
    await allCaughtUp(feeds);
    // The first message that a tail hears of may be read from the log; those that follow on it are not.
    for (const { id: roomId } of rooms) await sendsTogether(server, ben, [{ roomId, body: 'Before' }]);
    for (const feed of feeds) await feed.next();
    return await statementsDuring(server, async () => {
      await sendsTogether(server, ben, burst);
      for (const feed of feeds)
        for (const body of ['One', 'Two', 'Three']) expect((await feed.next()).item.event?.message?.body).toBe(body);
    });
  };
  const few = await statementsFor(1);
  const many = await statementsFor(60);
  expect(many.toSorted()).toEqual(few.toSorted());
  // What was just posted is shown without being read again.
  expect(many.filter((sql) => /\bfrom `?message\b/.test(sql))).toHaveLength(0);
  expect(many.filter((sql) => /\bfrom `?event\b/.test(sql))).toHaveLength(0);
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

function socketFor(index: number, { sockets }: { sockets: readonly Socket[] }): Socket {
  const socket = sockets[index % sockets.length];
  if (!socket) throw new Error('There is no socket.');
  return socket;
}

function bodyIn(value: unknown): string | undefined {
  return (value as { data?: Partial<Item> } | null)?.data?.item?.event?.message?.body;
}

function markIn(value: unknown): string | null | undefined {
  return (value as { data?: Partial<Item> } | null)?.data?.item?.mark;
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
  const spy = vi.spyOn(server.app.get(NamedMessages), 'get');
  return {
    count: () => spy.mock.calls.length,
    [Symbol.dispose]: () => {
      spy.mockRestore();
    },
  };
}
