import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_EVENTS, type FeedAnswer, type FeedEvent, type FeedItem, readUntil } from '../support/feeds/feed.js';
import { wholeFeed } from '../support/feeds/whole-feed.js';
import { filesOnDisk, get, picture, upload } from '../support/files/uploads.js';
import { databaseIn, expectDense, expectSound } from '../support/oracle/stored.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { aCast } from '../support/people/cast.js';
import { archives, deletesRoom, isSwept } from '../support/people/looking-after.js';
import { Person, SEND, UPDATE } from '../support/people/person.js';
import { daysKeptIn, daysPass, isTidy, keepsFor, messageOf } from '../support/people/retention.js';
import { aRoom } from '../support/people/room.js';
import { threadOn } from '../support/people/threads.js';
import { isGone } from '../support/people/account-deletion.js';
import { aServer } from '../support/servers/server.js';
import { unlockedChangesDuring } from '../support/servers/touched-rows.js';

const server = await aServer();

describe('how long messages of a room are kept', () => {
  it('is said by its owner, and by nobody else', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await ada.makes(cleo, 'MODERATOR', room);
    const guest = await Person.entersAsGuest(server, `Gus of ${room.name}`.slice(0, 32));
    await guest.joins(room);
    for (const who of [ben, cleo, guest, otto])
      await who.isRefused('FORBIDDEN', UPDATE, { input: { roomId: room.id, keepMessagesDays: 30 } });
    expect(await daysKeptIn(ben, room)).toBeNull();
    await keepsFor(ada, room, 30);
    // What stays as it is may be said by whoever may change the room.
    await cleo.updates(room, { keepMessagesDays: 30, topic: 'Soup' });
    expect(await daysKeptIn(ben, room)).toBe(30);
    await keepsFor(ada, room, null);
    expect(await daysKeptIn(ben, room)).toBeNull();
  });

  it.each([0, -1, 36_501])('is not %s days', async (keepMessagesDays) => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const refusal = await ada.isRefused('BAD_USER_INPUT', UPDATE, { input: { roomId: room.id, keepMessagesDays } });
    expect(refusal.extensions).toMatchObject({ field: 'keepMessagesDays' });
  });

  it('is told to everybody in the room, and stands in the audit log', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const start = await feedCursorOf(ben);
    await keepsFor(ada, room, 7);
    await keepsFor(ada, room, 7);
    await keepsFor(ada, room, null);
    const events = `query ($after: Cursor!) { events(after: $after) { event { ... on RoomChanged { changes keepMessagesDays } } } }`;
    const { events: items } = await ben.asks<{ events: { event: object | null }[] }>(events, { after: start });
    expect(items.flatMap(({ event }) => event ?? [])).toEqual([
      { changes: ['RETENTION'], keepMessagesDays: 7 },
      { changes: ['RETENTION'], keepMessagesDays: null },
    ]);
    using database = databaseIn(join(server.folder, 'data'));
    expect(
      database.prepare("select detail from audit_entry where room_id = ? and action = 'ROOM_CHANGED'").all(room.id),
    ).toEqual([{ detail: 'messages kept for 7 days' }, { detail: 'messages kept as long as the server keeps them' }]);
  });
});

describe('a message that is older than its room keeps them', () => {
  it('is deleted for everybody, with its files and all that hangs on it; younger ones and other rooms stay', async () => {
    const before = await filesOnDisk(server);
    let cast = await aCast(server);
    const [room, other] = [await aRoom(cast.ada, [cast.ben]), await aRoom(cast.ada, [cast.ben])];
    const file = await upload(cast.ada, room, 'a.png', await picture(300, 200).png().toBuffer());
    const old = await cast.ada.says(`Look, @${cast.ben.username} and @room: zibelemärit`, room, {
      attachmentIds: [file.id],
    });
    await cast.ben.reacts('👍', old);
    await cast.ben.pins(old);
    await cast.ben.saves(old);
    const elsewhere = await cast.ada.says('Elsewhere', other);
    cast = await daysPass(server, 4, cast);
    const young = await cast.ada.says('Young', room);
    await keepsFor(cast.ada, room, 3);
    await isTidy(server);
    await isGone(server);
    expect(await messageOf(cast.ben, old)).toMatchObject({
      body: '',
      deletedAt: expect.any(String) as string,
      pinnedAt: null,
      attachments: [],
      reactions: [],
      mentions: [],
    });
    for (const message of [young, elsewhere])
      expect(await messageOf(cast.ben, message)).toMatchObject({ deletedAt: null });
    expect((await get(cast.ben, file.url)).status).toBe(404);
    expect(await filesOnDisk(server)).toEqual(before);
    const kept = await cast.ben.asks(
      '{ viewer { savedMessages { nodes { id } } activity { nodes { id } } } search(query: "zibelemärit") { nodes { message { id } } } }',
    );
    const none = { nodes: [] };
    expect(kept).toEqual({ viewer: { savedMessages: none, activity: none }, search: none });
    using database = databaseIn(join(server.folder, 'data'));
    expectSound(database);
    expectDense(database);
  });

  it('goes when its time has come, by itself: nobody has to say anything again', async () => {
    let cast = await aCast(server);
    const room = await aRoom(cast.ada, [cast.ben]);
    await keepsFor(cast.ada, room, 2);
    const first = await cast.ada.says('First', room);
    cast = await daysPass(server, 1, cast);
    const second = await cast.ada.says('Second', room);
    const states = async () => [
      (await messageOf(cast.ben, first)).deletedAt !== null,
      (await messageOf(cast.ben, second)).deletedAt !== null,
    ];
    await isTidy(server);
    expect(await states()).toEqual([false, false]);
    cast = await daysPass(server, 1.5, cast);
    await isTidy(server);
    expect(await states()).toEqual([true, false]);
    cast = await daysPass(server, 1, cast);
    await server.restart();
    await isTidy(server);
    expect(await states()).toEqual([true, true]);
  });

  it('goes from a thread as well; the thread stays, and so does what was said there later', async () => {
    let cast = await aCast(server);
    const room = await aRoom(cast.ada, [cast.ben]);
    const root = await cast.ada.says('Lunch?', room);
    const early = await Promise.all(
      Array.from({ length: 30 }, (_, count) => cast.ben.says(`Soup ${String(count)}`, room, { threadRootId: root.id })),
    );
    const thread = await threadOn(cast.ben, root);
    cast = await daysPass(server, 4, cast);
    const late = await cast.ben.says('Bread', room, { threadRootId: root.id });
    await keepsFor(cast.ada, room, 3);
    await isTidy(server);
    for (const { id } of [root, ...early]) expect((await messageOf(cast.ada, { id })).body).toBe('');
    expect(await messageOf(cast.ada, late)).toMatchObject({ body: 'Bread', deletedAt: null });
    expect((await messageOf(cast.ada, root)).startedThread).toEqual({ messageCount: 1 });
    const more = await cast.ada.says('Cheese', room, { threadRootId: root.id });
    expect(more.number).toBe(32);
    const read = `query ($id: ID!) { thread(id: $id) { messageCount root { body deletedAt } participants { id } viewerState { unreadCount } } }`;
    expect(await cast.ada.asks(read, { id: thread.id })).toMatchObject({
      thread: { messageCount: 2, root: { body: '' }, viewerState: { unreadCount: 1 } },
    });
  });

  it('is told to who is there and to who was away, live, replayed and in pages alike', async () => {
    let cast = await aCast(server);
    const room = await aRoom(cast.ada, [cast.ben, cast.cleo]);
    const said = [];
    for (let count = 0; count < 40; count += 1) said.push((await cast.ada.says(`Word ${String(count)}`, room)).id);
    const start = await feedCursorOf(cast.cleo);
    cast = await daysPass(server, 4, cast);
    await using socket = await cast.ben.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, {});
    await readUntil(feed, ({ mark }) => mark === 'OPENED');
    await keepsFor(cast.ada, room, 3);
    await isTidy(server);
    await cast.ada.says('And now?', room);
    const live = deletionsIn(await readUntil(feed, ({ event }) => event?.message?.body === 'And now?'));
    expect(live.map(({ message, actor }) => [message?.id, message?.body, actor])).toEqual(
      said.map((id) => [id, '', null]),
    );
    for (const items of [await replayed(cast.cleo, start), await wholeFeed(cast.cleo, start)])
      expect(deletionsIn(items)).toEqual(live);
  });

  it('keeps its place and its nonce: numbers have no gap, and nothing is posted twice', async () => {
    let cast = await aCast(server);
    const room = await aRoom(cast.ada, [cast.ben]);
    const input = { roomId: room.id, body: 'Once', nonce: 'for ever' };
    const first = await cast.ada.says(input.body, room, { nonce: input.nonce });
    cast = await daysPass(server, 4, cast);
    await keepsFor(cast.ada, room, 3);
    await isTidy(server);
    const again = await cast.ada.asks<{ sendMessage: { message: { id: string; body: string } } }>(SEND, { input });
    expect(again.sendMessage.message).toMatchObject({ id: first.id, body: '' });
    expect((await cast.ada.says('Next', room)).number).toBe(2);
  });

  it('does not count as unread any more', async () => {
    let cast = await aCast(server);
    const room = await aRoom(cast.ada, [cast.ben]);
    for (let count = 0; count < 5; count += 1) await cast.ada.says(`Old, @${cast.ben.username}`, room);
    cast = await daysPass(server, 4, cast);
    await cast.ada.says(`Young, @${cast.ben.username}`, room);
    await keepsFor(cast.ada, room, 3);
    await isTidy(server);
    expect(
      await cast.ben.asks('query ($id: ID!) { room(id: $id) { viewerState { unreadCount unreadMentionCount } } }', {
        id: room.id,
      }),
    ).toEqual({ room: { viewerState: { unreadCount: 1, unreadMentionCount: 1 } } });
  });

  it('goes from an archived room as well, and is no matter in one that was deleted', async () => {
    let cast = await aCast(server);
    const [archived, deleted] = [await aRoom(cast.ada, [cast.ben]), await aRoom(cast.ada, [cast.ben])];
    const message = await cast.ada.says('Old', archived);
    await cast.ada.says('Old', deleted);
    for (const room of [archived, deleted]) await keepsFor(cast.ada, room, 3);
    await archives(cast.ada, archived);
    cast = await daysPass(server, 4, cast);
    await deletesRoom(cast.ada, deleted);
    await isTidy(server);
    await isSwept(server);
    expect((await messageOf(cast.ben, message)).deletedAt).not.toBeNull();
    using database = databaseIn(join(server.folder, 'data'));
    expect(database.prepare('select 1 from event where room_id = ?').all(deleted.id)).toEqual([]);
  });

  it('is deleted under the locks of the room, and of those whom it names or who had saved it', async () => {
    let cast = await aCast(server);
    const room = await aRoom(cast.ada, [cast.ben]);
    const root = await cast.ada.says(`@${cast.ben.username} and @room`, room);
    await cast.ada.says(`@${cast.ben.username}`, room, { threadRootId: root.id });
    await cast.ben.saves(root);
    await cast.ben.reacts('👍', root);
    await keepsFor(cast.ada, room, 3);
    cast = await daysPass(server, 4, cast);
    expect(await unlockedChangesDuring(server, () => isTidy(server))).toEqual([]);
    expect((await messageOf(cast.ben, root)).body).toBe('');
  });
});

describe('how long a server keeps messages', () => {
  it('holds for all rooms, whatever their owners say; they can be shorter, and not longer', async () => {
    const own = await aServer({ MESSAGES_KEPT_DAYS: '10' });
    let cast = await aCast(own);
    const [plain, shorter] = [await aRoom(cast.ada), await aRoom(cast.ada)];
    expect(await cast.ada.asks('{ server { messagesKeptDays } }')).toEqual({ server: { messagesKeptDays: 10 } });
    const refusal = await cast.ada.isRefused('BAD_USER_INPUT', UPDATE, {
      input: { roomId: plain.id, keepMessagesDays: 11 },
    });
    expect(refusal.message).toContain('10 days');
    await keepsFor(cast.ada, shorter, 5);
    const said = [await cast.ada.says('Plain', plain), await cast.ada.says('Shorter', shorter)];
    const gone = () =>
      Promise.all(said.map(async (message) => (await messageOf(cast.ada, message)).deletedAt !== null));
    cast = await daysPass(own, 6, cast);
    await isTidy(own);
    expect(await gone()).toEqual([false, true]);
    cast = await daysPass(own, 5, cast);
    await isTidy(own);
    expect(await gone()).toEqual([true, true]);
  });

  it('is for ever where nothing is said', async () => {
    let cast = await aCast(server);
    const room = await aRoom(cast.ada);
    const message = await cast.ada.says('Forever', room);
    expect(await cast.ada.asks('{ server { messagesKeptDays } }')).toEqual({ server: { messagesKeptDays: null } });
    cast = await daysPass(server, 4000, cast);
    await isTidy(server);
    expect(await messageOf(cast.ada, message)).toMatchObject({ body: 'Forever' });
  });
});

function deletionsIn(items: readonly FeedItem[]): FeedEvent[] {
  return items.flatMap(({ event }) => (event?.__typename === 'MessageDeleted' ? [event] : []));
}

async function replayed(reader: Person, after: string): Promise<FeedItem[]> {
  await using socket = await reader.opensSocket();
  return await readUntil(socket.subscribes<FeedAnswer>(ALL_EVENTS, { after }), ({ mark }) => mark === 'CAUGHT_UP');
}
