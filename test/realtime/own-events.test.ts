import { expect, it } from 'vitest';
import { feedCursorOf } from '../support/people/busy-room.js';
import { aCast } from '../support/people/cast.js';
import { countEncodings } from '../support/sockets/encodings.js';
import { ALL_EVENTS, type FeedAnswer, type FeedItem, readUntil, ROOM_EVENTS } from '../support/feeds/feed.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { wholeFeed } from '../support/feeds/whole-feed.js';

const server = await aServer();

const END = 'mutation ($id: ID!) { revokeSession(input: { sessionId: $id }) { ok } }';
const SESSIONS = '{ viewer { sessions { id isCurrent } } }';

it('Ada hears at her desk that she signed in elsewhere and that this session has ended; Ben hears neither', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const starts = { ada: await feedCursorOf(ada), ben: await feedCursorOf(ben) };
  await using adas = await ada.opensSocket();
  await using bens = await ben.opensSocket();
  const hers = adas.subscribes<FeedAnswer>(ALL_EVENTS, {});
  const his = bens.subscribes<FeedAnswer>(ALL_EVENTS, {});
  await Promise.all([hers, his].map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));

  await Person.signsIn(server, ada.username);
  const elsewhere = (await sessionsOf(ada)).find(({ isCurrent }) => !isCurrent)?.id ?? '';
  await ada.asks(END, { id: elsewhere });
  await ada.says('Back at my desk', room);
  const isWord = ({ event }: FeedItem) => event?.message?.body === 'Back at my desk';
  const told = [
    { __typename: 'SessionOpened', sessionId: elsewhere },
    { __typename: 'SessionEnded', sessionId: elsewhere },
    { __typename: 'MessageSent' },
  ];
  expect(eventsOf(await readUntil(hers, isWord))).toMatchObject(told);
  expect(eventsOf(await readUntil(his, isWord))).toMatchObject(told.slice(2));

  // The same again, replayed and in pages; and with her cursor, which names nobody, Ben learns no more.
  for (const read of [replayed, paged]) {
    expect(eventsOf(await read(ada, starts.ada))).toMatchObject(told);
    expect(eventsOf(await read(ben, starts.ben))).toMatchObject(told.slice(2));
    expect(eventsOf(await read(ben, starts.ada))).toMatchObject(told.slice(2));
  }
});

it('a room’s own feed holds nobody’s sessions', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  await using socket = await ada.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id });
  await readUntil(feed, ({ mark }) => mark === 'OPENED');
  await Person.signsIn(server, ada.username);
  await ben.says('Good evening', room);
  expect(eventsOf(await readUntil(feed, ({ event }) => event !== null))).toMatchObject([{ __typename: 'MessageSent' }]);
});

it('an event of Ada’s own that many operations could show is put into bytes once, and goes to her alone', async () => {
  const { ada, ben, cleo } = await aCast(server);
  await using hers = await ada.opensSocket();
  await using herPhone = await ada.opensSocket();
  await using his = await ben.opensSocket();
  await using cleos = await cleo.opensSocket();
  const feeds = [hers, herPhone, his, cleos].map((socket) => socket.subscribes<FeedAnswer>(ALL_EVENTS, {}));
  await Promise.all(feeds.map((feed) => readUntil(feed, ({ mark }) => mark === 'OPENED')));
  using encodings = countEncodings((value) => JSON.stringify(value).includes('SessionOpened'));
  await Person.signsIn(server, ada.username);
  const [first, second, ...others] = feeds;
  for (const feed of [first, second]) {
    const items = feed && (await readUntil(feed, ({ event }) => event !== null));
    expect(eventsOf(items ?? [])).toMatchObject([{ __typename: 'SessionOpened' }]);
  }
  expect(encodings.count()).toBe(1);
  const room = await aRoom(ben, [cleo]);
  for (const feed of others) {
    const items = await readUntil(feed, ({ event }) => event?.room?.id === room.id);
    expect(eventsOf(items).map(({ __typename }) => __typename)).not.toContain('SessionOpened');
  }
});

it('everybody hears of a public room that comes, goes and comes back, and nobody of a private one', async () => {
  const { ada, otto } = await aCast(server);
  await using socket = await otto.opensSocket();
  const start = await feedCursorOf(otto);
  const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, {});
  await readUntil(feed, ({ mark }) => mark === 'OPENED');
  const secret = await aRoom(ada, [], 'PRIVATE');
  await ada.leaves(secret);
  const open = await aRoom(ada);
  await ada.leaves(open);
  await ada.joins(open);
  const told = ['PublicRoomAdded', 'PublicRoomRemoved', 'PublicRoomAdded'];
  const live = [...(await nextEvents(feed, 3))];
  for (const events of [live, eventsOf(await replayed(otto, start)), eventsOf(await paged(otto, start))])
    expect(events.map(({ __typename, roomId }) => [__typename, roomId])).toEqual(told.map((name) => [name, open.id]));
});

it('who was given a role, the event says for ever, whatever role they have had since', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  await ada.makes(ben, 'MODERATOR', room);
  await ada.makes(ben, 'MEMBER', room);
  const ROLES = `query ($id: ID!, $after: Cursor!) { events(after: $after, roomId: $id) {
    event { ... on MemberRoleChanged { role member { role } } } } }`;
  const { events } = await ada.asks<{ events: { event: { role?: string } | null }[] }>(ROLES, {
    id: room.id,
    after: room.eventCursor,
  });
  expect(events.flatMap(({ event }) => (event?.role === undefined ? [] : [event]))).toEqual([
    { role: 'MODERATOR', member: { role: 'MEMBER' } },
    { role: 'MEMBER', member: { role: 'MEMBER' } },
  ]);
});

async function sessionsOf(person: Person): Promise<{ id: string; isCurrent: boolean }[]> {
  const { viewer } = await person.asks<{ viewer: { sessions: { id: string; isCurrent: boolean }[] } }>(SESSIONS);
  return viewer.sessions;
}

async function replayed(reader: Person, after: string): Promise<FeedItem[]> {
  await using socket = await reader.opensSocket();
  return await readUntil(socket.subscribes<FeedAnswer>(ALL_EVENTS, { after }), ({ mark }) => mark === 'CAUGHT_UP');
}

function paged(reader: Person, after: string): Promise<FeedItem[]> {
  return wholeFeed(reader, after);
}

async function nextEvents(feed: Parameters<typeof readUntil>[0], count: number) {
  const events: ReturnType<typeof eventsOf> = [];
  while (events.length < count) events.push(...eventsOf(await readUntil(feed, ({ event }) => event !== null)));
  return events;
}

function eventsOf(items: readonly FeedItem[]) {
  return items.flatMap(({ event }) => event ?? []);
}
