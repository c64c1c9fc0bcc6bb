import { describe, expect, it } from 'vitest';
import { Database, query as sql } from '#server/database/index.js';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { type MessageAnswer, Person, type RoomAnswer } from '../support/people/person.js';
import {
  MARK_READ,
  MARK_UNREAD,
  marksUnread,
  PREFER,
  prefers,
  reads,
  STATE_OF_ROOM,
  stateOf,
  unreadOf,
} from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { exchange, refusalIn } from '../support/requests/exchange.js';
import { aServer } from '../support/servers/server.js';
import { statementsDuring } from '../support/servers/statements.js';

const server = await aServer();

describe('what is unread', () => {
  it('is what others said since one joined, not one’s own, and not what is deleted', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada);
    await says(ada, room, 3);
    await ben.joins(room);
    expect(await stateOf(ben, room)).toMatchObject({ lastReadNumber: 3, unreadCount: 0 });
    const fourth = await says(ada, room, 1);
    await says(ada, room, 1);
    expect(await unreadOf(ben, room)).toBe(2);
    const own = await ben.says('And I?', room);
    expect(await stateOf(ben, room)).toMatchObject({ lastReadNumber: 3, unreadCount: 2 });
    await ada.deletes(fourth);
    expect(await unreadOf(ben, room)).toBe(1);
    // One's own and deleted is taken away once, and so is what is deleted twice.
    await ben.deletes(own);
    await ada.deletes(fourth);
    expect(await stateOf(ben, room)).toMatchObject({ lastReadNumber: 3, unreadCount: 1 });
    expect(await stateOf(ada, room)).toMatchObject({ lastReadNumber: 0, unreadCount: 0 });
  });

  it('is what is left of it after reading, and moves forward alone', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await says(ada, room, 5);
    expect(await reads(ben, room, 3)).toMatchObject({ lastReadNumber: 3, unreadCount: 2 });
    expect(await reads(ben, room, 1)).toMatchObject({ lastReadNumber: 3, unreadCount: 2 });
    expect(await reads(ben, room, 5)).toMatchObject({ lastReadNumber: 5, unreadCount: 0 });
    expect(await reads(ben, room, 0)).toMatchObject({ lastReadNumber: 5, unreadCount: 0 });
  });

  it('is again what is marked so, and marking moves back alone', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const second = await says(ada, room, 2);
    await says(ada, room, 1);
    await ben.says('Mine', room);
    await reads(ben, room, 4);
    expect(await marksUnread(ben, room, 2)).toMatchObject({ lastReadNumber: 1, unreadCount: 2 });
    expect(await marksUnread(ben, room, 4)).toMatchObject({ lastReadNumber: 1, unreadCount: 2 });
    await ada.deletes(second);
    expect(await unreadOf(ben, room)).toBe(1);
    expect(await marksUnread(ben, room, 1)).toMatchObject({ lastReadNumber: 0, unreadCount: 2 });
  });

  it('is not what one says oneself, which does not mark what came before it either', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await says(ada, room, 2);
    await ben.says('In answer to a notification', room);
    expect(await stateOf(ben, room)).toMatchObject({ lastReadNumber: 0, unreadCount: 2 });
  });

  it('begins at the last message for one who comes back, and nothing of the stay before is left', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await says(ada, room, 2);
    await prefers(ben, room, { isFavourite: true });
    await ben.leaves(room);
    expect(await stateOf(ben, room)).toBe(null);
    await says(ada, room, 2);
    await ben.joins(room);
    expect(await stateOf(ben, room)).toMatchObject({ lastReadNumber: 4, unreadCount: 0, isFavourite: false });
    await expect.poll(() => keptStates(ben)).toBe(0);
  });

  it('is each one’s own: what Ben reads changes nothing for Cleo', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const [room, other] = [await aRoom(ada, [ben, cleo]), await aRoom(ada, [ben, cleo])];
    for (const place of [room, other]) await says(ada, place, 2);
    await reads(ben, room, 2);
    expect(await Promise.all([ben, cleo].map((reader) => unreadOf(reader, room)))).toEqual([0, 2]);
    expect(await Promise.all([ben, cleo].map((reader) => unreadOf(reader, other)))).toEqual([2, 2]);
  });

  it('knows of the newest event that it counts, and of none that is to come', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const before = await stateOf(ben, room);
    expect(before?.asOfSeq).toBe(2);
    await says(ada, room, 2);
    expect(await stateOf(ben, room)).toMatchObject({ asOfSeq: 4, unreadCount: 2 });
  });

  it('takes one statement for all rooms that are asked for together', async () => {
    const { ada, ben } = await aCast(server);
    const rooms = await Promise.all(Array.from({ length: 5 }, () => aRoom(ada, [ben])));
    for (const [index, room] of rooms.entries()) await says(ada, room, index + 1);
    let states = new Map<string, object>();
    const statements = await statementsDuring(server, async () => {
      states = await statesOfAllRooms(ben);
    });
    expect(statements.filter((statement) => statement.includes('room_state'))).toHaveLength(1);
    expect(rooms.map(({ id }) => states.get(id))).toEqual(rooms.map((_, index) => ({ unreadCount: index + 1 })));
  });
});

describe('a number that no message has', () => {
  it.each([-1, 3, 2_147_483_647])('is not read: %i', async (number) => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await says(ada, room, 2);
    const refusal = await ben.isRefused('BAD_USER_INPUT', MARK_READ, { id: room.id, number });
    expect(refusal.extensions.field).toBe('number');
    expect(await unreadOf(ben, room)).toBe(2);
  });

  it.each([-1, 0, 3])('is not marked unread from: %i', async (number) => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await says(ada, room, 2);
    const refusal = await ben.isRefused('BAD_USER_INPUT', MARK_UNREAD, { id: room.id, number });
    expect(refusal.extensions.field).toBe('fromNumber');
  });
});

describe('how somebody wants to hear of a room', () => {
  it('begins with mentions alone, and is as they say', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const beginning = { notify: 'MENTIONS', isMuted: false, mutedUntil: null, isFavourite: false };
    expect(await stateOf(ada, room)).toMatchObject(beginning);
    const until = new Date(server.clock.now().getTime() + 3_600_000).toISOString();
    expect(await prefers(ada, room, { notify: 'ALL', isFavourite: true })).toMatchObject({
      ...beginning,
      notify: 'ALL',
      isFavourite: true,
    });
    // What is left out stays; null clears.
    expect(await prefers(ada, room, { isMuted: true, mutedUntil: until })).toMatchObject({
      notify: 'ALL',
      isMuted: true,
      mutedUntil: until,
      isFavourite: true,
    });
    expect(await prefers(ada, room, { mutedUntil: null })).toMatchObject({ isMuted: true, mutedUntil: null });
    const cleared = { notify: null, isMuted: null, mutedUntil: null, isFavourite: null };
    expect(await prefers(ada, room, cleared)).toMatchObject(beginning);
  });

  it('is no longer muted once the time is over', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const until = new Date(server.clock.now().getTime() + 3_600_000).toISOString();
    await prefers(ada, room, { isMuted: true, mutedUntil: until });
    server.clock.advance({ minutes: 59 });
    const ada2 = await Person.signsIn(server, ada.username);
    expect(await stateOf(ada2, room)).toMatchObject({ isMuted: true, mutedUntil: until });
    server.clock.advance({ minutes: 1 });
    expect(await stateOf(ada2, room)).toMatchObject({ isMuted: false, mutedUntil: null });
    // Muted again without a word about an end, it has none.
    expect(await prefers(ada2, room, { isMuted: true })).toMatchObject({ isMuted: true, mutedUntil: null });
  });

  it('has no end in the past, and none where the room is not muted', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const now = server.clock.now().getTime();
    const [past, future] = [now - 1, now + 60_000].map((time) => new Date(time).toISOString());
    for (const wrong of [
      { isMuted: true, mutedUntil: past },
      { mutedUntil: future },
      { isMuted: false, mutedUntil: future },
    ]) {
      const refusal = await ada.isRefused('BAD_USER_INPUT', PREFER, { input: { roomId: room.id, ...wrong } });
      expect(refusal.extensions.field).toBe('mutedUntil');
    }
    expect(await stateOf(ada, room)).toMatchObject({ isMuted: false });
  });

  it('keeps what was read, and reading keeps it', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await says(ada, room, 2);
    await prefers(ben, room, { isMuted: true, notify: 'NOTHING' });
    expect(await reads(ben, room, 1)).toMatchObject({ isMuted: true, notify: 'NOTHING', unreadCount: 1 });
    expect(await prefers(ben, room, { isMuted: false })).toMatchObject({ lastReadNumber: 1, unreadCount: 1 });
  });
});

describe('who reads', () => {
  const verbs = [
    ['markRead', MARK_READ, ({ id }: RoomAnswer) => ({ id, number: 1 })],
    ['markUnread', MARK_UNREAD, ({ id }: RoomAnswer) => ({ id, number: 1 })],
    ['setRoomPreferences', PREFER, ({ id }: RoomAnswer) => ({ input: { roomId: id, isMuted: true } })],
  ] as const;

  it.each(verbs)('is in the room, as a member or as a guest: %s', async (_, mutation, input) => {
    const { ada, ben } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada, [ben, guest]);
    await says(ada, room, 2);
    for (const reader of [ada, ben, guest]) await reader.asks(mutation, input(room));
  });

  it.each(verbs)('is no outsider, no visitor, and nobody who has left: %s', async (_, mutation, input) => {
    const { ada, ben, otto } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada, [ben]);
    const secret = await aRoom(ada, [ben], 'PRIVATE');
    for (const place of [room, secret]) {
      await says(ada, place, 2);
      await ben.leaves(place);
    }
    for (const reader of [ben, otto, guest]) {
      await reader.isRefused('FORBIDDEN', mutation, input(room));
      await reader.isRefused('NOT_FOUND', mutation, input(secret));
      await reader.isRefused('NOT_FOUND', mutation, input({ ...secret, id: 'no room' }));
    }
    const { answer } = await exchange(server.url, mutation, input(room));
    expect(refusalIn(answer).code).toBe('UNAUTHENTICATED');
    for (const reader of [ben, otto, guest]) expect(await keptStates(reader)).toBe(0);
  });

  it('sees what the room is to them, and others see that it is nothing to them', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ben.leaves(room);
    for (const other of [ben, otto])
      expect(await other.asks(STATE_OF_ROOM, { id: room.id })).toEqual({ room: { viewerState: null } });
    expect(await stateOf(ada, room)).not.toBe(null);
  });

  it('takes what they have read along when they end as a guest', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada, [guest]);
    await says(ada, room, 2);
    await reads(guest, room, 2);
    expect(await keptStates(guest)).toBe(1);
    await guest.asks('mutation { logout { ok } }');
    await expect.poll(() => keptStates(guest)).toBe(0);
  });
});

/** Says some things one after the other; gives back the last one. */
async function says(author: Person, room: RoomAnswer, count: number): Promise<MessageAnswer> {
  const last = await author.says(`${String(count)} to go`, room);
  return count > 1 ? says(author, room, count - 1) : last;
}

async function statesOfAllRooms(reader: Person): Promise<Map<string, object>> {
  const { viewer } = await reader.asks<{ viewer: { rooms: { nodes: { id: string; viewerState: object }[] } } }>(
    '{ viewer { rooms(first: 100) { nodes { id viewerState { unreadCount } } } } }',
  );
  return new Map(viewer.rooms.nodes.map(({ id, viewerState }) => [id, viewerState]));
}

/** How many rooms the server keeps a state of, for somebody. */
async function keptStates({ id }: Person): Promise<number> {
  const KEPT = sql(
    `select count(*) as count from room_state join membership on membership.id = membership_id where user_id = ?`,
  );
  const [row] = await server.app.get(Database).rows<{ count: number }>(KEPT, [id]);
  return row?.count ?? 0;
}
