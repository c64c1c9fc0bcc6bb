import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database, query } from '#server/database/index.js';
import {
  ALL_EVENTS,
  type FeedAnswer,
  type FeedItem,
  itemOf,
  PAGE_OF_EVENTS,
  readUntil,
  ROOM_EVENTS,
} from '../support/feeds/feed.js';
import { wholeFeed } from '../support/feeds/whole-feed.js';
import { filesOnDisk, get, picture, upload } from '../support/files/uploads.js';
import { databaseIn, expectDense, expectSound } from '../support/oracle/stored.js';
import { aName } from '../support/people/accounts.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { aCast, type Cast } from '../support/people/cast.js';
import { archives, bans, DELETE_ROOM, deletesRoom, isSwept } from '../support/people/looking-after.js';
import { invites } from '../support/people/invitations.js';
import { JOIN, Person, type RoomAnswer, SEND } from '../support/people/person.js';
import { MARK_READ, prefers, reads } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { threadOn } from '../support/people/threads.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { aServer } from '../support/servers/server.js';
import { unlockedChangesDuring } from '../support/servers/touched-rows.js';

const server = await aServer();

it('leaves nothing that what was said there is found by, and no way in', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const { id } = await ada.says('Zwetschgendatschi', room);
  await invites(ada, room);
  const place = rowsOf('select position from event where subject_id = ?', id)[0]?.position;
  const indexed = () => rowsOf('select rowid from message_index where rowid = ?', Number(place)).length;
  await expect.poll(indexed).toBe(1);
  await deletesRoom(ada, room);
  await isSwept(server);
  expect(indexed()).toBe(0);
  expect(rowsOf('select id from invitation where room_id = ?', room.id)).toEqual([]);
});

describe('who deletes a room', () => {
  it('is its owner, and nobody else', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada, [ben, cleo, guest]);
    const secret = await aRoom(ada, [ben], 'PRIVATE');
    await ada.makes(cleo, 'MODERATOR', room);
    await bans(ada, ben, room);
    for (const who of [ben, cleo, guest, otto]) await who.isRefused('FORBIDDEN', DELETE_ROOM, { ...room });
    await otto.isRefused('NOT_FOUND', DELETE_ROOM, { ...secret });
    expect(refusalIn((await exchange(server.url, DELETE_ROOM, { ...room })).answer).code).toBe('UNAUTHENTICATED');
    await deletesRoom(ada, room);
  });

  it('types its name as it is now', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    await ada.updates(room, { name: 'Été' + room.name });
    for (const name of ['', room.name, `Été${room.name.toUpperCase()}`]) {
      const { extensions } = await ada.isRefused('BAD_USER_INPUT', DELETE_ROOM, { id: room.id, name });
      expect(extensions.field).toBe('name');
    }
    await deletesRoom(ada, { id: room.id, name: ` Été${room.name} `.normalize('NFD') });
    await ada.isRefused('NOT_FOUND', DELETE_ROOM, { ...room });
  });

  it('may have archived it before', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    await archives(ada, room);
    await deletesRoom(ada, room);
  });
});

describe('a room that is deleted', () => {
  it('is at once nobody’s any more, whatever of it is still stored', async () => {
    const { ada, ben, otto, room, message, thread } = await aFullRoom();
    await deletesRoom(ada, room);
    for (const who of [ada, ben, otto]) {
      const seen = await who.asks(
        `query ($id: ID!, $name: String!, $message: ID!, $thread: ID!) { room(id: $id) { id } roomByName(name: $name) { id }
          rooms(query: $name) { totalCount } message(id: $message) { id } thread(id: $thread) { id }
          viewer { rooms { totalCount } savedMessages { nodes { id } } activity { nodes { id } } threads { nodes { id } } } }`,
        { id: room.id, name: room.name, message: message.id, thread: thread.id },
      );
      const viewer = { rooms: { totalCount: 0 }, savedMessages: NONE, activity: NONE, threads: NONE };
      const nothing = { room: null, roomByName: null, rooms: { totalCount: 0 }, message: null, thread: null };
      expect(seen).toEqual({ ...nothing, viewer });
      await who.isRefused('NOT_FOUND', JOIN, { id: room.id });
      await who.isRefused('NOT_FOUND', SEND, { input: { roomId: room.id, body: 'Hello?' } });
      await who.isRefused('NOT_FOUND', MARK_READ, { id: room.id, number: 1 });
      await who.leaves(room);
    }
  });

  it('leaves nothing behind: no row, no file, no bytes; and its name is free', async () => {
    const before = await filesOnDisk(server);
    const { ada, ben, room, file } = await aFullRoom();
    expect(await filesOnDisk(server)).toHaveLength(before.length + 3);
    await deletesRoom(ada, room);
    await isSwept(server);
    expect(await filesOnDisk(server)).toEqual(before);
    expect((await get(ben, file.url)).status).toBe(404);
    expect(await rowsAbout(room)).toEqual([]);
    await ben.creates(room.name);
    using database = databaseIn(join(server.folder, 'data'));
    expectSound(database);
    expectDense(database);
  });

  it('is told to each member and to nobody else, and to everybody that it is not listed any more', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await cleo.leaves(room);
    const start = await feedCursorOf(ada);
    await deletesRoom(ada, room);
    const told = (who: Person) => wholeFeed(who, start).then(eventsOf);
    const removed = { __typename: 'PublicRoomRemoved', roomId: room.id, actor: { id: ada.id } };
    const deleted = { __typename: 'RoomDeleted', roomId: room.id, actor: { id: ada.id } };
    for (const who of [ada, ben]) expect(await told(who)).toMatchObject([deleted, removed]);
    for (const who of [cleo, otto]) expect(await told(who)).toMatchObject([removed]);
    const secret = await aRoom(ada, [ben], 'PRIVATE');
    await deletesRoom(ada, secret);
    expect(await told(otto)).toMatchObject([removed]);
  });

  it('ends the subscriptions to it, those of presence as well, and leaves the feed of all rooms alone', async () => {
    const { ada, ben, room } = await aFullRoom();
    await using socket = await ben.opensSocket();
    const all = socket.subscribes<FeedAnswer>(ALL_EVENTS, {});
    await readUntil(all, ({ mark }) => mark === 'OPENED');
    const feeds = [
      socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id }),
      socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after: room.eventCursor }),
    ];
    const presence = socket.subscribes('subscription ($roomId: ID!) { roomPresence(roomId: $roomId) { hereCount } }', {
      roomId: room.id,
    });
    for (const feed of feeds) await readUntil(feed, ({ mark }) => mark === 'OPENED' || mark === 'CAUGHT_UP');
    await presence.next();
    await deletesRoom(ada, room);
    for (const feed of feeds) await feed.completes();
    await presence.completes();
    expect(itemOf(await all.next()).event).toMatchObject({ __typename: 'RoomDeleted', roomId: room.id });
    expect(itemOf(await all.next()).event).toMatchObject({ __typename: 'PublicRoomRemoved', roomId: room.id });
    const other = await aRoom(ada, [ben]);
    await ada.says('Over here', other);
    await readUntil(all, ({ event }) => event?.message?.body === 'Over here');
    await ben.isRefused('NOT_FOUND', PAGE_OF_EVENTS, { after: room.eventCursor, roomId: room.id });
  });

  it('is out of every replay, also for those who stood amid its events, before it is removed and afterwards', async () => {
    const cast = await aCast(server);
    const { ada, ben } = cast;
    const start = await feedCursorOf(ben);
    const kept = await aRoom(ada, [ben]);
    const room = await aRoom(ada, [ben]);
    await ada.says('Before', room);
    const amid = await feedCursorOf(ben);
    await ada.says('And then', room);
    await ada.says('Kept', kept);
    await deletesRoom(ada, room);
    for (const wait of [() => Promise.resolve(), () => isSwept(server), () => server.restart()]) {
      await wait();
      for (const cursor of [start, amid]) {
        for (const items of [await wholeFeed(ben, cursor), await replayed(ben, cursor)]) {
          const events = eventsOf(items);
          expect(events.filter((event) => event.room?.id === room.id)).toEqual([]);
          expect(events.flatMap(({ message }) => message?.body ?? [])).toEqual(['Kept']);
          expect(events.map(({ __typename }) => __typename).slice(-2)).toEqual(['RoomDeleted', 'PublicRoomRemoved']);
        }
      }
    }
    await ada.says('More', kept);
    expect(eventsOf(await wholeFeed(ben, amid)).at(-1)).toMatchObject({ message: { body: 'More' } });
  });

  it('shows nothing in what told of it: saved messages, states, the list of rooms', async () => {
    const { ada, ben, room, start } = await aFullRoom();
    await deletesRoom(ada, room);
    await isSwept(server);
    const OWN = `query ($after: Cursor!) { events(after: $after, first: 100) { event { __typename
      ... on RoomStateChanged { roomId room { id } state { unreadCount } }
      ... on SavedMessagesChanged { message { id } } ... on ThreadStateChanged { thread { id } state { follows } }
      ... on PublicRoomAdded { roomId room { id } } } } }`;
    const { events } = await ben.asks<{ events: { event: Readonly<Record<string, unknown>> | null }[] }>(OWN, {
      after: start,
    });
    const found = events.flatMap(({ event }) => (event ? [event] : []));
    const kinds = ['RoomStateChanged', 'SavedMessagesChanged', 'ThreadStateChanged', 'PublicRoomAdded'];
    expect(found.map(({ __typename }) => __typename)).toEqual(expect.arrayContaining(kinds));
    for (const { room: shown = null, message = null, thread = null, state = null } of found)
      expect([shown, message, thread, state]).toEqual([null, null, null, null]);
  });

  it('stands in the audit log', async () => {
    const own = await aServer();
    const { ada, ben } = await aCast(own);
    await ada.asks('mutation ($code: String!) { becomeAdministrator(input: { code: $code }) { user { id } } }', {
      code: own.setupCode,
    });
    const room = await aRoom(ben, [ada]);
    await ben.says('Hello', room);
    await archives(ben, room);
    await bans(ben, ada, room);
    await deletesRoom(ben, room);
    const AUDIT = '{ auditLog(first: 3) { nodes { action actor { id } subject { id } roomId detail } } }';
    const about = { actor: { id: ben.id }, roomId: room.id };
    expect(await ada.asks(AUDIT)).toEqual({
      auditLog: {
        nodes: [
          { action: 'ROOM_DELETED', ...about, subject: null, detail: '1 members, 1 messages' },
          { action: 'MEMBER_BANNED', ...about, subject: { id: ada.id }, detail: null },
          { action: 'ROOM_ARCHIVED', ...about, subject: null, detail: null },
        ],
      },
    });
  });

  it('is removed under its own lock, and that of those who had saved something', async () => {
    const { ada, room } = await aFullRoom();
    const unlocked = await unlockedChangesDuring(server, async () => {
      await deletesRoom(ada, room);
      await isSwept(server);
    });
    expect(unlocked).toEqual([]);
    expect(await rowsAbout(room)).toEqual([]);
  });
});

const NONE = { nodes: [] };

interface FullRoom extends Cast {
  readonly start: string;
  readonly room: RoomAnswer;
  readonly message: { readonly id: string };
  readonly thread: { readonly id: string };
  readonly file: { readonly url: string };
}

/** A room in which there is something of everything. */
async function aFullRoom(): Promise<FullRoom> {
  const cast = await aCast(server);
  const { ada, ben, cleo, otto } = cast;
  const start = await feedCursorOf(ben);
  const room = await aRoom(ada, [ben, cleo]);
  const file = await upload(ada, room, 'a.png', await picture(300, 200).png().toBuffer());
  await upload(ben, room, 'nobody-saw.txt', 'this');
  const message = await ada.says(`Look, @${ben.username} and @room`, room, { attachmentIds: [file.id] });
  const answer = await ben.says('Nice', room, { replyToId: message.id });
  for (let count = 0; count < 3; count += 1)
    await ada.says(`Soup, @${ben.username}`, room, { threadRootId: message.id });
  await ben.reacts('👍', message);
  await ben.pins(answer);
  for (const who of [ada, ben]) await who.saves(message);
  await reads(ben, room, 1);
  await prefers(cleo, room, { isFavourite: true });
  const thread = await threadOn(ben, message);
  await ben.asks('mutation ($id: ID!) { followThread(input: { threadId: $id, follows: false }) { thread { id } } }', {
    id: thread.id,
  });
  await ada.deletes(await ben.says('Never mind', room));
  await cleo.leaves(room);
  await bans(ada, otto, room);
  return { ...cast, start, room, message, thread, file };
}

/** Tables that still hold something of a room. */
async function rowsAbout({ id }: RoomAnswer): Promise<string[]> {
  const ofRoom = ['message', 'thread', 'file', 'membership', 'room_ban', 'event', 'message_mention', 'room_mention'];
  const found = await Promise.all(
    ofRoom.map(async (table) => {
      const rows = await server.app.get(Database).rows(query(`select 1 from ${table} where room_id = ?`), [id]);
      return rows.length > 0 ? [table] : [];
    }),
  );
  const orphans = [
    'select 1 from message_answer where not exists (select 1 from message where id = message_id)',
    'select 1 from removed_bytes',
    'select 1 from room_state where not exists (select 1 from membership where id = membership_id)',
    'select 1 from thread_state where not exists (select 1 from thread where id = thread_id)',
  ];
  for (const statement of orphans)
    found.push((await server.app.get(Database).rows(query(statement), [])).map(() => statement));
  return found.flat();
}

async function replayed(reader: Person, after: string): Promise<FeedItem[]> {
  await using socket = await reader.opensSocket();
  return await readUntil(socket.subscribes<FeedAnswer>(ALL_EVENTS, { after }), ({ mark }) => mark === 'CAUGHT_UP');
}

function eventsOf(items: readonly FeedItem[]) {
  return items.flatMap(({ event }) => event ?? []);
}

function rowsOf(text: string, value: string | number) {
  using database = databaseIn(join(server.folder, 'data'));
  return database.prepare(text).all(value);
}
