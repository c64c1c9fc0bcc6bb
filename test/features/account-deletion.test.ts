import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { DeletedRoomsSweep } from '#server/rooms/index.js';
import { ALL_EVENTS, type FeedAnswer, type FeedEvent, type FeedItem, readUntil } from '../support/feeds/feed.js';
import { wholeFeed } from '../support/feeds/whole-feed.js';
import { filesOnDisk, get, picture, upload } from '../support/files/uploads.js';
import { databaseIn, expectDense, expectSound } from '../support/oracle/stored.js';
import {
  administers,
  DELETE_ACCOUNT,
  DELETE_USER,
  deletesAccount,
  deletesUser,
  isGone,
} from '../support/people/account-deletion.js';
import { anAdministrator, disables, enables } from '../support/people/administration.js';
import { aName, enterAsGuest, login, refreshSession, register } from '../support/people/accounts.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { makesSection, movesRooms } from '../support/people/arrangement.js';
import { aCast, type Cast } from '../support/people/cast.js';
import { blocks } from '../support/people/direct-rooms.js';
import { makesConsumer } from '../support/feeds/consumer.js';
import { DELETE_ROOM, deletesRoom } from '../support/people/looking-after.js';
import { PASSWORD, Person, type RoomAnswer } from '../support/people/person.js';
import { profileOf, setsAvatar, setsStatus, updatesProfile } from '../support/people/profiles.js';
import { aRoom } from '../support/people/room.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { aServer, type TestServer } from '../support/servers/server.js';
import { unlockedChangesDuring } from '../support/servers/touched-rows.js';

const server = await aServer();
const GONE = 'Deleted account';

describe('who deletes an account', () => {
  it('is whoever has it and knows its password, which is asked for', async () => {
    const { ada } = await aCast(server);
    for (const password of ['', 'another password', PASSWORD.toUpperCase()]) {
      const { extensions } = await ada.isRefused('BAD_USER_INPUT', DELETE_ACCOUNT, { password });
      expect(extensions.field).toBe('password');
    }
    expect(await ada.asks('{ viewer { user { id } } }')).toEqual({ viewer: { user: { id: ada.id } } });
    await deletesAccount(ada);
    await ada.isRefused('UNAUTHENTICATED', DELETE_ACCOUNT, { password: PASSWORD });
  });

  it('is an administrator, for others as well, and nobody else', async () => {
    const own = await aServer();
    const { ada, ben, cleo, otto } = await aCast(own);
    await administers(ada, own);
    const guest = await Person.entersAsGuest(own, aName());
    for (const who of [ben, guest]) await who.isRefused('FORBIDDEN', DELETE_USER, { id: cleo.id });
    expect(refusalIn((await exchange(own.url, DELETE_USER, { id: cleo.id })).answer).code).toBe('UNAUTHENTICATED');
    await ada.isRefused('NOT_FOUND', DELETE_USER, { id: 'nobody' });
    for (const whom of [cleo, guest, otto])
      expect(await deletesUser(ada, whom)).toMatchObject({ id: whom.id, displayName: GONE });
    for (const whom of [cleo, guest, otto]) await whom.isRefused('UNAUTHENTICATED', '{ rooms { totalCount } }');
  });

  it('is no guest, who has none, and never the last administrator', async () => {
    const own = await aServer();
    const { ada, ben } = await aCast(own);
    const guest = await Person.entersAsGuest(own, aName());
    await guest.isRefused('FORBIDDEN', DELETE_ACCOUNT, { password: PASSWORD });
    await administers(ada, own);
    await ada.isRefused('CONFLICT', DELETE_ACCOUNT, { password: PASSWORD });
    await ada.isRefused('FORBIDDEN', DELETE_USER, { id: ada.id });
    expect(await profileOf(ben, ada)).toMatchObject({ displayName: ada.username });
    await ada.asks(
      'mutation ($id: ID!) { setAdministrator(input: { userId: $id, isAdministrator: true }) { user { id } } }',
      { id: ben.id },
    );
    await deletesAccount(ada);
    await ben.isRefused('CONFLICT', DELETE_ACCOUNT, { password: PASSWORD });
  });

  it('is never both of the last two administrators, also where they do it at a time', async () => {
    const own = await aServer();
    const { ada, ben } = await aCast(own);
    await administers(ada, own);
    await ada.asks(
      'mutation ($id: ID!) { setAdministrator(input: { userId: $id, isAdministrator: true }) { user { id } } }',
      { id: ben.id },
    );
    const outcomes = await Promise.allSettled([ada, ben].map((who) => deletesAccount(who)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('an account that is deleted', () => {
  it('is nobody’s from the same moment on: no session, no socket, no token, no password', async () => {
    const { ada } = await aCast(server);
    const elsewhere = await Person.signsIn(server, ada.username);
    await using socket = await elsewhere.opensSocket();
    await deletesAccount(ada);
    expect(await socket.closed).toBe(4401);
    for (const who of [ada, elsewhere]) await who.isRefused('UNAUTHENTICATED', '{ rooms { totalCount } }');
    const tried = [
      await refreshSession(server, { refreshToken: elsewhere.refreshToken }),
      await login(server, { username: ada.username, password: PASSWORD }),
    ];
    for (const { answer } of tried) expect(refusalIn(answer).code).toBe('UNAUTHENTICATED');
    await isGone(server);
    expect(rowsOf('select address, client from session where user_id = ?', ada.id)).toEqual(
      expect.arrayContaining([{ address: null, client: null }]),
    );
    expect(rowsOf('select 1 from session where user_id = ? and address is not null', ada.id)).toEqual([]);
  });

  it('leaves its words under a name that says so, and nothing else of whoever had it', async () => {
    const before = await filesOnDisk(server);
    const { ada, ben, room, message, shownFile } = await aLifeInRooms();
    await deletesAccount(ada);
    await isGone(server);
    const read = `query ($id: ID!) { message(id: $id) { body author { id username displayName kind avatarUrl about timeZone status { text } }
      attachments { id } } }`;
    const shown = await ben.asks<{ message: { author: { username: string } } }>(read, { id: message.id });
    const author = { id: ada.id, displayName: GONE, avatarUrl: null, about: null, timeZone: null, status: null };
    expect(shown).toMatchObject({ message: { body: 'Look', author, attachments: [{}] } });
    expect(shown.message.author.username).toMatch(/^deleted-[0-9a-f]{12}$/);
    expect((await get(ben, shownFile.url)).status).toBe(200);
    // Its own file and the small picture of it; neither the picture of Ada nor what no message shows.
    expect(await filesOnDisk(server)).toHaveLength(before.length + 2);
    expect(
      await ben.asks('query ($name: String!) { userByUsername(username: $name) { id } }', { name: ada.username }),
    ).toEqual({ userByUsername: null });
    expect(
      await ben.asks('query ($id: ID!) { room(id: $id) { memberCount members { nodes { user { id } } } } }', {
        id: room.id,
      }),
    ).toMatchObject({ room: { memberCount: 2 } });
    expect(leftOf(ada)).toEqual([]);
    expectStored();
  });

  it('takes its words along where that is asked for, in rooms that it had left as well, with their files', async () => {
    const before = await filesOnDisk(server);
    const { ada, ben, cleo, message, thread, shownFile } = await aLifeInRooms();
    const left = await aRoom(ben, [ada]);
    const there = await ada.says('I was here', left);
    await ada.leaves(left);
    await ben.saves(there);
    await deletesAccount(ada, { withMessages: true });
    await isGone(server);
    expect((await get(ben, shownFile.url)).status).toBe(404);
    expect(await filesOnDisk(server)).toEqual(before);
    const read = 'query ($id: ID!) { message(id: $id) { body deletedAt attachments { id } reactions { count } } }';
    for (const id of [message.id, there.id, thread.mine])
      expect(await ben.asks(read, { id })).toMatchObject({
        message: { body: '', deletedAt: expect.any(String) as string, attachments: [], reactions: [] },
      });
    expect(await ben.asks(read, { id: thread.others })).toMatchObject({ message: { body: 'Nice', deletedAt: null } });
    // Ben had saved one: what is gone for good is in nobody's list.
    expect(await ben.asks('{ viewer { savedMessages { nodes { id } } } }')).toEqual({
      viewer: { savedMessages: { nodes: [] } },
    });
    const search = 'query { search(query: "unforgettable") { nodes { message { id } } } }';
    expect(await cleo.asks(search)).toEqual({ search: { nodes: [] } });
    expect(rowsOf('select 1 from message where author_id = ? and deleted_at is null', ada.id)).toEqual([]);
    expect(leftOf(ada)).toEqual([]);
    expectStored();
  });

  it('gives its username to nobody, guests among them', async () => {
    const { ada } = await aCast(server);
    await deletesAccount(ada);
    for (const username of [ada.username, ada.username.toUpperCase()]) {
      const { answer } = await register(server, { username, password: PASSWORD });
      expect(refusalIn(answer)).toMatchObject({ code: 'CONFLICT' });
    }
    expect(refusalIn((await enterAsGuest(server, { nickname: ada.username })).answer)).toMatchObject({
      code: 'CONFLICT',
    });
    await Person.registers(server, `${ada.username}.2`);
  });

  it('passes its rooms on: to the moderator, else to the member who has been there longest; an empty one gives its name back', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    const [moderated, plain, alone] = [await aRoom(ada, [ben, cleo]), await aRoom(ada, [ben, cleo]), await aRoom(ada)];
    await ada.makes(cleo, 'MODERATOR', moderated);
    await deletesAccount(ada);
    await isGone(server);
    const roles = async ({ id }: RoomAnswer) =>
      (
        await ben.asks<{ room: { members: { nodes: { role: string; user: { id: string } }[] } } }>(
          'query ($id: ID!) { room(id: $id) { members { nodes { role user { id } } } } }',
          { id },
        )
      ).room.members.nodes.map(({ role, user }) => [user.id, role]);
    expect(await roles(moderated)).toEqual([
      [ben.id, 'MEMBER'],
      [cleo.id, 'OWNER'],
    ]);
    expect(await roles(plain)).toEqual([
      [ben.id, 'OWNER'],
      [cleo.id, 'MEMBER'],
    ]);
    await otto.creates(alone.name);
  });

  it('passes no room on to a disabled account while there is somebody else, and to one where there is nobody', async () => {
    const own = await aServer();
    const administrator = await anAdministrator(own);
    const { ada, ben, cleo } = await aCast(own);
    const [shared, alone] = [await aRoom(ada, [ben, cleo]), await aRoom(ada, [ben])];
    await ada.makes(ben, 'MODERATOR', shared);
    await disables(administrator, ben);
    await deletesAccount(ada);
    await isGone(own);
    await cleo.makes(ben, 'MODERATOR', shared);
    await enables(administrator, ben);
    const returned = await Person.signsIn(own, ben.username);
    await returned.isRefused('FORBIDDEN', DELETE_ROOM, { id: shared.id, name: shared.name });
    await deletesRoom(returned, alone);
  });

  it('goes out of the view of everybody who shared a room, live, replayed and in pages alike', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Hello', room);
    await ada.says('Beside it', room, { threadRootId: message.id });
    const starts = [await feedCursorOf(ben), await feedCursorOf(otto)] as const;
    await using socket = await ben.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, {});
    await readUntil(feed, ({ mark }) => mark === 'OPENED');
    await deletesAccount(ada, { withMessages: true });
    await isGone(server);
    await ben.says('And now?', room);
    const live = eventsIn(await readUntil(feed, ({ event }) => event?.message?.body === 'And now?')).slice(0, -1);
    expect(live).toMatchObject([
      { __typename: 'UserChanged', changed: { id: ada.id, displayName: GONE, avatarUrl: null } },
      { __typename: 'MemberLeft', user: { id: ada.id }, actor: { id: ada.id } },
      { __typename: 'MemberRoleChanged', user: { id: ben.id }, actor: null },
      { __typename: 'MessageDeleted', message: { id: message.id, body: '' } },
      { __typename: 'ThreadMessageDeleted', message: { body: '' }, thread: { messageCount: 0 } },
    ]);
    for (const items of [await replayed(ben, starts[0]), await wholeFeed(ben, starts[0])])
      expect(eventsIn(items).slice(0, -1)).toEqual(live);
    expect(eventsIn(await wholeFeed(otto, starts[1]))).toEqual([]);
  });

  it('says nothing more in a room that was deleted, while that is still being removed', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ben.says('Hello', room);
    const sweep = server.app.get(DeletedRoomsSweep);
    const waiting = vi.spyOn(sweep, 'wake').mockImplementation(() => undefined);
    await deletesRoom(ada, room);
    await deletesAccount(ben, { withMessages: true });
    await isGone(server);
    expect(rowsOf("select 1 from event where room_id = ? and type = 'MessageDeleted'", room.id)).toEqual([]);
    waiting.mockRestore();
    sweep.wake();
    await sweep.isDone();
    expect(rowsOf('select 1 from event where room_id = ?', room.id)).toEqual([]);
  });

  it('may be deleted once more, with its messages; and so may a guest who has gone', async () => {
    const own = await aServer();
    const { ada, ben } = await aCast(own);
    await administers(ada, own);
    const guest = await Person.entersAsGuest(own, aName());
    const room = await aRoom(ada, [ben, guest]);
    const said = [await ben.says('Buy watches', room), await guest.says('Buy shoes', room)];
    await guest.asks('mutation { logout { ok } }');
    await deletesUser(ada, ben);
    await isGone(own);
    const bodies = async () =>
      await Promise.all(
        said.map(
          async ({ id }) =>
            (await ada.asks<{ message: { body: string } }>('query ($id: ID!) { message(id: $id) { body } }', { id }))
              .message.body,
        ),
      );
    expect(await bodies()).toEqual(['Buy watches', 'Buy shoes']);
    for (const whom of [ben, guest]) await deletesUser(ada, whom, { withMessages: true });
    await isGone(own);
    expect(await bodies()).toEqual(['', '']);
    // What is gone does not come back.
    await deletesUser(ada, ben, { withMessages: false });
    await isGone(own);
  });

  it('stands in the audit log, and so does a wrong password', async () => {
    const own = await aServer();
    const { ada, ben, cleo } = await aCast(own);
    await administers(ada, own);
    await ben.isRefused('BAD_USER_INPUT', DELETE_ACCOUNT, { password: 'wrong' });
    await deletesAccount(ben, { withMessages: true });
    await deletesUser(ada, cleo);
    const { auditLog } = await ada.asks<{ auditLog: { nodes: { action: string }[] } }>(
      '{ auditLog(first: 20) { nodes { action actor { id displayName } subject { id } detail } } }',
    );
    const entries = auditLog.nodes.filter(({ action }) => action.startsWith('ACCOUNT'));
    expect(entries).toEqual([
      {
        action: 'ACCOUNT_DELETED',
        actor: { id: ada.id, displayName: ada.username },
        subject: { id: cleo.id },
        detail: 'without the messages',
      },
      {
        action: 'ACCOUNT_DELETED',
        actor: { id: ben.id, displayName: GONE },
        subject: { id: ben.id },
        detail: 'with all messages',
      },
      {
        action: 'ACCOUNT_DELETION_REFUSED',
        actor: { id: ben.id, displayName: GONE },
        subject: { id: ben.id },
        detail: null,
      },
    ]);
  });

  it('is removed under the locks of what is removed', async () => {
    const { ada } = await aLifeInRooms();
    const unlocked = await unlockedChangesDuring(server, async () => {
      await deletesAccount(ada, { withMessages: true });
      await isGone(server);
    });
    expect(unlocked).toEqual([]);
    expect(leftOf(ada)).toEqual([]);
  });
});

interface Life extends Cast {
  readonly room: RoomAnswer;
  readonly message: { readonly id: string };
  readonly thread: { readonly mine: string; readonly others: string };
  readonly shownFile: { readonly url: string };
}

/** Ada, with something of everything that somebody can have. */
async function aLifeInRooms(): Promise<Life> {
  const cast = await aCast(server);
  const { ada, ben, cleo } = cast;
  const room = await aRoom(ada, [ben, cleo]);
  await blocks(ada, cleo);
  await makesConsumer(ada, 'echo');
  await setsAvatar(ada, await picture(600, 600).png().toBuffer());
  await updatesProfile(ada, { about: 'Engines', timeZone: 'Europe/London' });
  await setsStatus(ada, { text: 'Busy' });
  await movesRooms(ada, [room], await makesSection(ada, 'Work'));
  const shownFile = await upload(ada, room, 'a.png', await picture(300, 200).png().toBuffer());
  await upload(ada, room, 'nobody-saw.txt', 'this');
  const message = await ada.says('Look', room, { attachmentIds: [shownFile.id] });
  const others = await ben.says('Nice', room, { threadRootId: message.id });
  const mine = await ada.says(`Isn’t it, @${ben.username}? Unforgettable`, room, { threadRootId: message.id });
  await ben.reacts('👍', message);
  await ada.pins(message);
  await ada.saves(await ben.says(`What do you say, @${ada.username}?`, room));
  for (let count = 0; count < 60; count += 1) await ada.says(`Word ${String(count)}`, room);
  return { ...cast, room, message, thread: { mine: mine.id, others: others.id }, shownFile };
}

/** Tables that still hold something of somebody who is gone. */
function leftOf({ id, username }: Person): string[] {
  const tables: readonly [string, string][] = [
    ['membership', 'user_id = ? and left_position is null'],
    ['saved_message', 'user_id = ?'],
    ['room_arrangement', 'user_id = ?'],
    ['room_section', 'user_id = ?'],
    ['avatar_image', 'user_id = ?'],
    ['registration', 'user_id = ?'],
    ['file', 'uploader_id = ? and message_id is null'],
    ['room_state', 'membership_id in (select id from membership where user_id = ?)'],
    ['thread_state', 'membership_id in (select id from membership where user_id = ?)'],
    ['user_block', 'blocker_id = ?'],
    ['consumer', 'user_id = ?'],
    ['password_reset', 'user_id = ?'],
    ['deleted_account', 'user_id = ? and removed_at is null'],
  ];
  const found = tables.flatMap(([table, where]) =>
    rowsOf(`select 1 from ${table} where ${where}`, id).length > 0 ? [table] : [],
  );
  const [user] = rowsOf('select * from user where id = ?', id);
  return [...found, ...(JSON.stringify(user).includes(username) ? ['user'] : [])];
}

function eventsIn(items: readonly FeedItem[]): FeedEvent[] {
  return items.flatMap(({ event }) => event ?? []);
}

async function replayed(reader: Person, after: string): Promise<FeedItem[]> {
  await using socket = await reader.opensSocket();
  return await readUntil(socket.subscribes<FeedAnswer>(ALL_EVENTS, { after }), ({ mark }) => mark === 'CAUGHT_UP');
}

function rowsOf(text: string, value: string, from: TestServer = server) {
  using database = databaseIn(join(from.folder, 'data'));
  return database.prepare(text).all(value);
}

function expectStored(): void {
  using database = databaseIn(join(server.folder, 'data'));
  expectSound(database);
  expectDense(database);
}
