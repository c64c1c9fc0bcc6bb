import { describe, expect, it } from 'vitest';
import { happenings, kindsOfHappenings } from '../support/feeds/happenings.js';
import { wholeFeed } from '../support/feeds/whole-feed.js';
import { deletesAccount, isGone } from '../support/people/account-deletion.js';
import { logout } from '../support/people/accounts.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { aCast } from '../support/people/cast.js';
import {
  BLOCK,
  blocks,
  CLOSE_DIRECT,
  closesDirect,
  type DirectRoom,
  OPEN_DIRECT,
  opensDirect,
  talksWith,
  unblocks,
} from '../support/people/direct-rooms.js';
import { INVITE } from '../support/people/invitations.js';
import { ARCHIVE, BAN, BANS, DELETE_ROOM, UNARCHIVE, UNBAN } from '../support/people/looking-after.js';
import { ADD, DELETE, JOIN, LEAVE, Person, PIN, REMOVE, SEND, SET_ROLE, UPDATE } from '../support/people/person.js';
import { prefers, reads, stateOf } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { interleaved, oneAfterTheOther } from '../support/servers/interleaving.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const ROOM =
  'query ($id: ID!) { room(id: $id) { id kind name members { nodes { user { id } role } } directUsers { id } } }';
const OWN_ROOMS = '{ viewer { rooms(first: 100) { nodes { id } } } }';
const FOUND_ROOMS = 'query ($query: String) { rooms(query: $query, first: 100) { nodes { id } } }';

interface Seen {
  readonly kind: string;
  readonly members: { readonly nodes: readonly { readonly user: { readonly id: string }; readonly role: string }[] };
  readonly directUsers: readonly { readonly id: string }[] | null;
}

describe('a direct room', () => {
  it('is one for each company, whoever opens it, and in whatever order they are named', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await opensDirect(ada, [ben, cleo]);
    const people = [ada, ben, cleo].map(({ id }) => ({ id })).toSorted(byId);
    expect(room).toMatchObject({
      ...{ kind: 'DIRECT', name: '', visibility: 'PRIVATE', memberCount: 1, directUsers: people },
      ...{ viewerMembership: { role: 'MEMBER' }, viewerState: { isClosed: false } },
    });
    expect((await opensDirect(ada, [cleo, ben, ada, ben])).id).toBe(room.id);
    expect((await opensDirect(cleo, [ben, ada])).id).toBe(room.id);
    expect((await opensDirect(ada, [ben])).id).not.toBe(room.id);
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined', 'MemberJoined']);
  });

  it('is there for the others from its first message on, with that message unread; before, nobody hears of it', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const start = await feedCursorOf(ben);
    const room = await opensDirect(ada, [ben, cleo]);
    expect(await seen(ben, room)).toBeNull();
    expect(await ownRooms(ben)).toEqual([]);
    expect(await heardOf(ben, start, room)).toEqual([]);
    await ada.says('Lunch?', room);
    for (const who of [ben, cleo]) {
      const heard = await heardOf(who, start, room);
      expect(heard[0]).toBe('MemberJoined');
      expect(heard.at(-1)).toBe('MessageSent');
    }
    for (const who of [ben, cleo])
      expect(await stateOf(who, room)).toMatchObject({ lastReadNumber: 0, unreadCount: 1, unreadMentionCount: 1 });
    const shown = await seen(ben, room);
    expect(shown?.members.nodes.map(({ role }) => role)).toEqual(['MEMBER', 'MEMBER', 'MEMBER']);
    await ada.says('Now?', room);
    expect(await kindsOfHappenings(ada, room)).toEqual([
      ...['MemberJoined', 'MemberJoined', 'MemberJoined'],
      ...['MessageSent', 'MessageSent'],
    ]);
  });

  it('holds one’s own notes where it is for oneself alone', async () => {
    const { ada, ben } = await aCast(server);
    const notes = await opensDirect(ada, []);
    await ada.says('Milk', notes);
    expect((await opensDirect(ada, [ada])).id).toBe(notes.id);
    expect((await seen(ada, notes))?.directUsers).toEqual([{ id: ada.id }]);
    expect(await seen(ben, notes)).toBeNull();
  });

  it('is for nine people at most, all of whom there are', async () => {
    const { ada, ben } = await aCast(server);
    const others = await Promise.all(
      Array.from({ length: 9 }, (_, n) => Person.registers(server, `many.${ben.id.slice(-6)}.${String(n)}`)),
    );
    expect((await opensDirect(ada, others.slice(0, 8))).directUsers).toHaveLength(9);
    const tooMany = await ada.isRefused('BAD_USER_INPUT', OPEN_DIRECT, { users: others.map(({ id }) => id) });
    expect(tooMany.extensions.field).toBe('userIds');
    for (const users of [['00000000-0000-7000-8000-000000000000'], ['nobody'], [ben.id, '']])
      await ada.isRefused('NOT_FOUND', OPEN_DIRECT, { users });
  });

  it('is found by nobody else, and not among the rooms that have names', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await talksWith(ada, [ben]);
    for (const who of [ada, ben]) expect(await ownRooms(who)).toContain(room.id);
    expect(await ownRooms(otto)).not.toContain(room.id);
    for (const who of [ada, ben, otto]) {
      for (const query of ['', ada.username]) {
        const { rooms } = await who.asks<{ rooms: { nodes: { id: string }[] } }>(FOUND_ROOMS, { query });
        expect(rooms.nodes.map(({ id }) => id)).not.toContain(room.id);
      }
    }
    expect(await seen(otto, room)).toBeNull();
    for (const [operation, more] of [
      [SEND, { input: { roomId: room.id, body: 'Hello' } }],
      [JOIN, {}],
    ] as const)
      await otto.isRefused('NOT_FOUND', operation, { id: room.id, ...more });
    const other = await aRoom(ada, [ben]);
    expect((await seen(ada, other))?.directUsers).toBeNull();
  });
});

describe('guests', () => {
  it('are written to and answer, and open none', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, 'Gus of the answers');
    await guest.isRefused('FORBIDDEN', OPEN_DIRECT, { users: [ada.id] });
    await guest.isRefused('FORBIDDEN', OPEN_DIRECT, { users: [] });
    const room = await talksWith(ada, [guest]);
    await guest.says('Hello yourself', room);
    expect(await stateOf(ada, room)).toMatchObject({ unreadCount: 1, unreadMentionCount: 1 });
    // Also where the room is there already: a client that knows it need not open it.
    await guest.isRefused('FORBIDDEN', OPEN_DIRECT, { users: [ada.id] });
  });

  it('leave when their stay ends: the room stays, with their name, and takes nobody in again', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, 'Gus of an evening');
    const room = await talksWith(ada, [guest]);
    const silent = await Person.entersAsGuest(server, 'Gil who never came');
    const empty = await opensDirect(ada, [silent]);
    await logout(server, guest.bearer);
    await logout(server, silent.bearer);
    await ada.says('Are you there?', room);
    await ada.says('And you?', empty);
    expect((await seen(ada, room))?.members.nodes.map(({ user }) => user.id)).toEqual([ada.id]);
    expect((await seen(ada, empty))?.members.nodes.map(({ user }) => user.id)).toEqual([ada.id]);
    expect((await seen(ada, room))?.directUsers).toHaveLength(2);
    expect((await opensDirect(ada, [guest])).id).toBe(room.id);
    const other = await Person.entersAsGuest(server, 'Gwen who has gone');
    await logout(server, other.bearer);
    await ada.isRefused('NOT_FOUND', OPEN_DIRECT, { users: [other.id] });
  });
});

describe('whose account was deleted', () => {
  it('is in no direct room any more, which stays for the others, and takes nobody in', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const [two, three] = [await talksWith(ada, [ben]), await talksWith(ada, [ben, cleo])];
    await deletesAccount(ada);
    await isGone(server);
    expect((await opensDirect(ben, [ada])).id).toBe(two.id);
    await ben.says('Are you there?', two);
    await cleo.says('Is she?', three);
    expect((await seen(ben, two))?.members.nodes.map(({ user }) => user.id)).toEqual([ben.id]);
    expect((await seen(ben, three))?.members.nodes.map(({ user }) => user.id)).toEqual([ben.id, cleo.id]);
    expect((await seen(ben, three))?.directUsers).toHaveLength(3);
  });

  it('is met by nobody new, not even in a room that they had opened and in which they had said nothing', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const silent = await opensDirect(ada, [ben]);
    const known = await opensDirect(ada, [ben, cleo]);
    await opensDirect(cleo, [ada, ben]);
    await deletesAccount(ada);
    await isGone(server);
    for (const others of [[ada], [ada, cleo]])
      await ben.isRefused('NOT_FOUND', OPEN_DIRECT, { users: others.map(({ id }) => id) });
    expect(await seen(ben, silent)).toBeNull();
    expect((await opensDirect(cleo, [ada, ben])).id).toBe(known.id);
  });
});

describe('what a channel allows', () => {
  const REFUSED: readonly (readonly [string, string, (room: DirectRoom, ben: Person) => Record<string, unknown>])[] = [
    ['leaving', LEAVE, () => ({})],
    ['adding somebody', ADD, (_, ben) => ({ user: ben.id })],
    ['removing somebody', REMOVE, (_, ben) => ({ user: ben.id })],
    ['roles', SET_ROLE, (_, ben) => ({ user: ben.id, role: 'MODERATOR' })],
    ['a role for oneself', SET_ROLE, () => ({ role: 'OWNER' })],
    ['a name', UPDATE, ({ id }) => ({ input: { roomId: id, name: 'Ours' } })],
    ['a topic', UPDATE, ({ id }) => ({ input: { roomId: id, topic: 'Ours' } })],
    ['a visibility', UPDATE, ({ id }) => ({ input: { roomId: id, visibility: 'PUBLIC' } })],
    ['who may post', UPDATE, ({ id }) => ({ input: { roomId: id, posting: 'MODERATORS' } })],
    ['how long messages are kept', UPDATE, ({ id }) => ({ input: { roomId: id, keepMessagesDays: 30 } })],
    ['slow mode', UPDATE, ({ id }) => ({ input: { roomId: id, slowModeSeconds: 60 } })],
    ['a change of nothing', UPDATE, ({ id }) => ({ input: { roomId: id } })],
    ['an archive', ARCHIVE, () => ({})],
    ['the way out of an archive', UNARCHIVE, () => ({})],
    ['a ban', BAN, (_, ben) => ({ user: ben.id })],
    ['the lifting of a ban', UNBAN, (_, ben) => ({ user: ben.id })],
    ['deleting', DELETE_ROOM, () => ({ name: '' })],
    ['inviting', INVITE, ({ id }) => ({ input: { roomId: id } })],
  ];

  it.each(REFUSED)('is refused in a direct room to each of its people: %s', async (_, operation, more) => {
    const { ada, ben, otto } = await aCast(server);
    const room = await talksWith(ada, [ben]);
    const notes = await talksWith(ada, []);
    for (const [who, place, other] of [
      [ada, room, ben],
      [ben, room, ada],
      [ada, notes, otto],
    ] as const) {
      const { message } = await who.isRefused('FORBIDDEN', operation, {
        ...{ id: place.id, user: who.id },
        ...more(place, other),
      });
      expect(message).toMatch(/stays as it was opened/);
    }
    expect((await seen(ada, room))?.members.nodes).toHaveLength(2);
  });

  it('goes on where it is about what is said: answering, reacting, pinning, saving and marking', async () => {
    const { ada, ben } = await aCast(server);
    const room = await talksWith(ada, [ben]);
    const message = await ben.says('Look here', room);
    await ada.says('Where?', room, { replyToId: message.id });
    await ada.says('Here?', room, { threadRootId: message.id });
    await ada.reacts('👍', message);
    await ada.asks(PIN, { id: message.id });
    await ada.saves(message);
    expect(await prefers(ada, room, { isFavourite: true, isMuted: true })).toMatchObject({ isFavourite: true });
    // What others wrote is theirs: nobody moderates.
    await ada.isRefused('FORBIDDEN', DELETE, { id: message.id });
    await ben.deletes(message);
  });

  it('shows neither bans nor invitations', async () => {
    const { ada, ben } = await aCast(server);
    const room = await talksWith(ada, [ben]);
    expect(await ada.asks(BANS, { id: room.id })).toEqual({ room: { bans: null } });
    expect(await ada.asks('query ($id: ID!) { room(id: $id) { invitations { id } } }', { id: room.id })).toEqual({
      room: { invitations: null },
    });
  });
});

describe('closing', () => {
  it('takes it out of one’s own list until something new is said there', async () => {
    const { ada, ben } = await aCast(server);
    const room = await talksWith(ada, [ben]);
    const start = await feedCursorOf(ada);
    expect(await closesDirect(ada, room)).toBe(true);
    expect(await closesDirect(ada, room)).toBe(true);
    expect(await isClosed(ben, room)).toBe(false);
    // That is no news.
    const first = (await happenings(ada, room)).find(({ __typename }) => __typename === 'MessageSent');
    await ben.reacts('👍', { id: first?.message?.id ?? '' });
    expect(await isClosed(ada, room)).toBe(true);
    await ben.says('Tea?', room);
    expect(await isClosed(ada, room)).toBe(false);
    const told = (await wholeFeed(ada, start)).filter(({ event }) => event?.__typename === 'RoomStateChanged');
    expect(told).toHaveLength(1);
  });

  it('is undone by a reply in a thread, by what one writes oneself, and by opening it', async () => {
    const { ada, ben } = await aCast(server);
    const room = await talksWith(ada, [ben]);
    const root = await ada.says('Lunch?', room);
    const ways = [
      () => ben.says('Soup', room, { threadRootId: root.id }),
      () => ada.says('Now', room),
      () => opensDirect(ada, [ben]),
    ];
    for (const back of ways) {
      await closesDirect(ada, room);
      expect(await isClosed(ada, room)).toBe(true);
      await back();
      expect(await isClosed(ada, room)).toBe(false);
    }
  });

  it('is for direct rooms alone, and for who is in them', async () => {
    const { ada, ben, otto } = await aCast(server);
    await ada.isRefused('FORBIDDEN', CLOSE_DIRECT, { id: (await aRoom(ada)).id });
    const room = await talksWith(ada, [ben]);
    await otto.isRefused('NOT_FOUND', CLOSE_DIRECT, { id: room.id });
    await ada.isRefused('NOT_FOUND', CLOSE_DIRECT, { id: 'nothing' });
  });
});

describe('whoever is blocked', () => {
  it('opens no room with those who block them, not even one that there is, and is told no reason', async () => {
    const { ada, ben, cleo } = await aCast(server);
    await talksWith(ada, [ben]);
    await blocks(ben, ada);
    for (const users of [[ben.id], [cleo.id, ben.id]]) {
      const { message } = await ada.isRefused('FORBIDDEN', OPEN_DIRECT, { users });
      expect(message).not.toMatch(/block/i);
    }
    // The other way round they may.
    await opensDirect(ben, [ada, cleo]);
    await unblocks(ben, ada);
    await opensDirect(ada, [ben, cleo]);
  });

  it('brings nobody who blocks them into a room that they had opened before', async () => {
    const { ada, ben } = await aCast(server);
    const room = await opensDirect(ada, [ben]);
    await blocks(ben, ada);
    await ada.isRefused('FORBIDDEN', SEND, { input: { roomId: room.id, body: 'Hello' } });
    expect(await seen(ben, room)).toBeNull();
    await unblocks(ben, ada);
    await ada.says('Hello', room);
    expect(await unreadOf(ben, room)).toBe(1);
  });

  it('goes on writing in rooms that are, where nothing of it counts', async () => {
    const { ada, ben } = await aCast(server);
    const room = await talksWith(ada, [ben]);
    await reads(ben, room, 1);
    await blocks(ben, ada);
    await closesDirect(ben, room);
    await ada.says(`@${ben.username}?`, room);
    expect(await stateOf(ben, room)).toMatchObject({ unreadCount: 0, unreadMentionCount: 0, isClosed: true });
    expect((await happenings(ben, room)).at(-1)).toMatchObject({ __typename: 'MessageSent' });
    await unblocks(ben, ada);
    expect(await stateOf(ben, room)).toMatchObject({ unreadCount: 1, unreadMentionCount: 1, isClosed: false });
  });
});

describe('at the same time', () => {
  it('two who open it open one room, and two first messages bring everybody in once', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const rooms = await Promise.all([opensDirect(ada, [ben, cleo]), opensDirect(ben, [ada, cleo])]);
    expect(new Set(rooms.map(({ id }) => id)).size).toBe(1);
    const [room] = rooms;
    await Promise.all([ada.says('First', room), ben.says('First!', room)]);
    expect((await seen(cleo, room))?.members.nodes).toHaveLength(3);
  });

  it('somebody is blocked while they open it: the change waits, and is refused', async () => {
    const { ada, ben } = await aCast(server);
    const { first } = await oneAfterTheOther(
      server,
      () => ada.isRefused('FORBIDDEN', OPEN_DIRECT, { users: [ben.id] }),
      () => ben.asks(BLOCK, { user: ada.id }),
    );
    expect(first.extensions.code).toBe('FORBIDDEN');
  });

  it('a guest goes while the first message to them waits: it is sent, and nobody is in the room for ever', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, 'Gus in a hurry');
    const room = await opensDirect(ada, [guest]);
    await interleaved(
      server,
      () => ada.says('Hello', room),
      () => logout(server, guest.bearer),
    );
    expect((await seen(ada, room))?.members.nodes.map(({ user }) => user.id)).toEqual([ada.id]);
  });
});

async function seen(who: Person, { id }: { id: string }): Promise<Seen | null> {
  return (await who.asks<{ room: Seen | null }>(ROOM, { id })).room;
}

async function ownRooms(who: Person): Promise<string[]> {
  const { viewer } = await who.asks<{ viewer: { rooms: { nodes: { id: string }[] } } }>(OWN_ROOMS);
  return viewer.rooms.nodes.map(({ id }) => id);
}

/** What somebody's own feed tells of a room. */
async function heardOf(who: Person, start: string, { id }: { id: string }): Promise<string[]> {
  const feed = await wholeFeed(who, start);
  return feed.flatMap(({ event }) => (event?.room?.id === id ? [event.__typename] : []));
}

async function isClosed(who: Person, room: { id: string }): Promise<boolean | undefined> {
  return (await stateOf(who, room))?.isClosed;
}

async function unreadOf(who: Person, room: { id: string }): Promise<number | undefined> {
  return (await stateOf(who, room))?.unreadCount;
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}
