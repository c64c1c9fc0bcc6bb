import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Database, query as sql } from '#server/database/index.js';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { Person, type RoomAnswer } from '../support/people/person.js';
import { reads, stateOf } from '../support/people/reading.js';
import { blocks } from '../support/people/direct-rooms.js';
import { aRoom } from '../support/people/room.js';
import {
  FOLLOW,
  follows,
  MARK_THREAD_READ,
  MARK_THREAD_UNREAD,
  marksThreadUnread,
  readsThread,
  threadOn,
  threadStateOf,
} from '../support/people/threads.js';
import { aServer } from '../support/servers/server.js';
import { statementsDuring } from '../support/servers/statements.js';

const server = await aServer();

describe('who follows a thread', () => {
  it('is the author of its root and whoever wrote in it, and nobody who does neither', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const { room, thread, root } = await aThread(ada, ben, [cleo]);
    expect(await threadStateOf(ada, thread)).toEqual({
      follows: true,
      lastReadNumber: 0,
      unreadCount: 1,
      unreadMentionCount: 0,
    });
    expect(await threadStateOf(ben, thread)).toEqual({
      follows: true,
      lastReadNumber: 0,
      unreadCount: 0,
      unreadMentionCount: 0,
    });
    expect(await threadStateOf(cleo, thread)).toEqual({
      follows: false,
      lastReadNumber: 0,
      unreadCount: 0,
      unreadMentionCount: 0,
    });
    // What came before is read for one who joins in.
    await cleo.says('Bread', room, { threadRootId: root.id });
    expect(await threadStateOf(cleo, thread)).toEqual({
      follows: true,
      lastReadNumber: 1,
      unreadCount: 0,
      unreadMentionCount: 0,
    });
    expect((await stateOf(ada, room))?.unreadThreadCount).toBe(1);
    expect((await stateOf(ben, room))?.unreadThreadCount).toBe(1);
    expect((await stateOf(cleo, room))?.unreadThreadCount).toBe(0);
    // Nothing of it is unread in the room.
    expect(await stateOf(cleo, room)).toMatchObject({ unreadCount: 1, lastReadNumber: 0 });
  });

  it('is who says so, from its end on; and who says that they do not, whatever they write there', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const { room, thread, root } = await aThread(ada, ben, [cleo]);
    expect(await follows(cleo, thread, true)).toEqual({
      follows: true,
      lastReadNumber: 1,
      unreadCount: 0,
      unreadMentionCount: 0,
    });
    await ben.says('Bread', room, { threadRootId: root.id });
    expect(await threadStateOf(cleo, thread)).toMatchObject({ unreadCount: 1 });
    expect(await follows(cleo, thread, false)).toMatchObject({ follows: false, unreadCount: 0 });
    expect((await stateOf(cleo, room))?.unreadThreadCount).toBe(0);
    await cleo.says('No, thanks', room, { threadRootId: root.id });
    await ben.says('Soup, then', room, { threadRootId: root.id });
    expect(await threadStateOf(cleo, thread)).toMatchObject({ follows: false, unreadCount: 0 });
    // Nor the author of the root, who said so before anybody else wrote.
    await follows(ada, thread, false);
    await ben.says('Ada?', room, { threadRootId: root.id });
    expect(await threadStateOf(ada, thread)).toMatchObject({ follows: false });
    expect(await follows(cleo, thread, true)).toMatchObject({ follows: true, lastReadNumber: 1, unreadCount: 3 });
  });

  it('begins again with a new stay: nothing of the one before is left', async () => {
    const { ada, ben } = await aCast(server);
    const { room, thread, root } = await aThread(ada, ben);
    await ben.leaves(room);
    await ada.says('Bread', room, { threadRootId: root.id });
    expect(await threadStateOf(ben, thread)).toBe(null);
    await ben.joins(room);
    expect(await threadStateOf(ben, thread)).toEqual({
      follows: false,
      lastReadNumber: 0,
      unreadCount: 0,
      unreadMentionCount: 0,
    });
    expect((await stateOf(ben, room))?.unreadThreadCount).toBe(0);
    await expect.poll(() => keptStates(ben)).toBe(0);
    await ben.says('I am back', room, { threadRootId: root.id });
    await ada.says('Welcome', room, { threadRootId: root.id });
    expect(await threadStateOf(ben, thread)).toEqual({
      follows: true,
      lastReadNumber: 2,
      unreadCount: 1,
      unreadMentionCount: 0,
    });
  });

  it('is told nothing where they are not in the room: there is no such thread to follow', async () => {
    const { ada, ben, otto } = await aCast(server);
    for (const visibility of ['PUBLIC', 'PRIVATE'] as const) {
      const { room, thread } = await aThread(ada, ben, [], visibility);
      await ben.leaves(room);
      for (const outsider of [otto, ben]) {
        const seen = await outsider.isRefused('NOT_FOUND', FOLLOW, { id: thread.id, follows: true });
        for (const id of [randomUUID(), 'no id', ''])
          expect(await outsider.isRefused('NOT_FOUND', FOLLOW, { id, follows: true })).toEqual(seen);
        const code = visibility === 'PUBLIC' ? 'FORBIDDEN' : 'NOT_FOUND';
        for (const mark of [MARK_THREAD_READ, MARK_THREAD_UNREAD])
          await outsider.isRefused(code, mark, { id: room.id, thread: thread.id, number: 1 });
        expect(await threadStateOf(outsider, thread)).toBe(null);
      }
    }
  });

  it('may be a guest', async () => {
    const { ada, ben } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const { room, thread, root } = await aThread(ada, ben, [guest]);
    await follows(guest, thread, true);
    await ada.says('Bread', room, { threadRootId: root.id });
    expect(await readsThread(guest, room, thread, 2)).toEqual({
      follows: true,
      lastReadNumber: 2,
      unreadCount: 0,
      unreadMentionCount: 0,
    });
  });
});

describe('what is unread in a thread', () => {
  it('is what others said above the mark, which moves forward alone, less what is deleted', async () => {
    const { ada, ben } = await aCast(server);
    const { room, thread, root } = await aThread(ada, ben);
    const second = await ben.says('Bread', room, { threadRootId: root.id });
    await ada.says('Mine', room, { threadRootId: root.id });
    const fourth = await ben.says('Butter', room, { threadRootId: root.id });
    expect(await threadStateOf(ada, thread)).toMatchObject({ lastReadNumber: 0, unreadCount: 3 });
    await ben.deletes(second);
    expect(await threadStateOf(ada, thread)).toMatchObject({ unreadCount: 2 });
    expect(await readsThread(ada, room, thread, 3)).toMatchObject({ lastReadNumber: 3, unreadCount: 1 });
    expect(await readsThread(ada, room, thread, 1)).toMatchObject({ lastReadNumber: 3, unreadCount: 1 });
    expect((await stateOf(ada, room))?.unreadThreadCount).toBe(1);
    await ben.deletes(fourth);
    expect(await threadStateOf(ada, thread)).toMatchObject({ lastReadNumber: 3, unreadCount: 0 });
    expect((await stateOf(ada, room))?.unreadThreadCount).toBe(0);
    expect(await marksThreadUnread(ada, room, thread, 1)).toMatchObject({ lastReadNumber: 0, unreadCount: 1 });
    expect(await marksThreadUnread(ada, room, thread, 4)).toMatchObject({ lastReadNumber: 0, unreadCount: 1 });
    expect((await stateOf(ada, room))?.unreadThreadCount).toBe(1);
  });

  it('is marked apart from the room, whose numbers are others', async () => {
    const { ada, ben } = await aCast(server);
    const { room, thread } = await aThread(ada, ben);
    await ben.says('And tea?', room);
    await readsThread(ada, room, thread, 1);
    expect(await stateOf(ada, room)).toMatchObject({ lastReadNumber: 0, unreadCount: 1, unreadThreadCount: 0 });
    await reads(ada, room, 2);
    expect(await threadStateOf(ada, thread)).toMatchObject({ lastReadNumber: 1 });
  });

  it('has a place that exists: other numbers, and threads of other rooms, are refused', async () => {
    const { ada, ben } = await aCast(server);
    const { room, thread } = await aThread(ada, ben);
    const other = await aRoom(ada);
    const asked = { id: room.id, thread: thread.id };
    for (const number of [-1, 2]) await ada.isRefused('BAD_USER_INPUT', MARK_THREAD_READ, { ...asked, number });
    for (const number of [0, 2]) await ada.isRefused('BAD_USER_INPUT', MARK_THREAD_UNREAD, { ...asked, number });
    for (const mark of [MARK_THREAD_READ, MARK_THREAD_UNREAD]) {
      await ada.isRefused('NOT_FOUND', mark, { id: other.id, thread: thread.id, number: 1 });
      for (const unknown of [randomUUID(), 'no id'])
        await ada.isRefused('NOT_FOUND', mark, { id: room.id, thread: unknown, number: 1 });
    }
    expect(await threadStateOf(ada, thread)).toMatchObject({ lastReadNumber: 0 });
  });

  it('keeps a mark of one who does not follow, and counts from there once they do', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const { room, thread, root } = await aThread(ada, ben, [cleo]);
    expect(await readsThread(cleo, room, thread, 1)).toEqual({
      follows: false,
      lastReadNumber: 1,
      unreadCount: 0,
      unreadMentionCount: 0,
    });
    await ben.says('Bread', room, { threadRootId: root.id });
    expect((await stateOf(cleo, room))?.unreadThreadCount).toBe(0);
    expect(await follows(cleo, thread, true)).toEqual({
      follows: true,
      lastReadNumber: 1,
      unreadCount: 1,
      unreadMentionCount: 0,
    });
  });
});

describe('the threads that somebody follows', () => {
  const THREADS = `query ($first: Int, $after: Cursor, $onlyUnread: Boolean) { viewer { threads(first: $first, after: $after, onlyUnread: $onlyUnread) {
    nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`;
  interface Page {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  }
  const pageOf = async (reader: Person, args: object = {}): Promise<Page> =>
    (await reader.asks<{ viewer: { threads: Page } }>(THREADS, { ...args })).viewer.threads;

  it('are those of all rooms that they are in, where something was said last first, in pages', async () => {
    const { ada, ben } = await aCast(server);
    const threads = [];
    for (let n = 0; n < 5; n += 1) {
      threads.push(await aThread(ada, ben));
      server.clock.advance({ seconds: 1 });
    }
    const [first, second, third, fourth, fifth] = threads;
    if (!first || !second || !third || !fourth || !fifth) throw new Error('There are five.');
    await ben.says('Again', first.room, { threadRootId: first.root.id });
    await follows(ada, second.thread, false);
    await ada.leaves(third.room);
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await pageOf(ada, { first: 2, after });
      found.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(found).toEqual([first, fifth, fourth].map(({ thread }) => thread.id));
    await ada.isRefused('BAD_CURSOR', THREADS, { after: first.room.eventCursor });
    for (const size of [0, 101]) await ada.isRefused('BAD_USER_INPUT', THREADS, { first: size });
  });

  it('with something unread are those that count as unread', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const unread = await aThread(ada, ben);
    server.clock.advance({ seconds: 1 });
    const read = await aThread(ada, ben);
    await readsThread(ada, read.room, read.thread, 1);
    const answered = await aThread(ada, ben);
    await readsThread(ada, answered.room, answered.thread, 1);
    await ada.says('Mine', answered.room, { threadRootId: answered.root.id });
    const room = await aRoom(ada, [ben]);
    const root = await ada.says('Dinner?', room);
    await ben.deletes(await ben.says('No', room, { threadRootId: root.id }));
    const unfollowed = await aThread(ada, ben);
    await follows(ada, unfollowed.thread, false);
    const ofBlocked = await aRoom(ada, [ben, cleo]);
    await cleo.says('Hey', ofBlocked, { threadRootId: (await ada.says('Breakfast?', ofBlocked)).id });
    await blocks(ada, cleo);
    expect((await pageOf(ada, { onlyUnread: true })).nodes).toEqual([{ id: unread.thread.id }]);
    await readsThread(ada, unread.room, unread.thread, 1);
    expect((await pageOf(ada, { onlyUnread: true })).nodes).toEqual([]);
  });
});

it('badges of twenty rooms with threads cost as many statements as of two', async () => {
  const { ada, ben } = await aCast(server);
  for (let n = 0; n < 20; n += 1) await aThread(ada, ben);
  const asked = `query ($first: Int) { viewer { rooms(first: $first) { nodes { viewerState { unreadThreadCount unreadThreadMentionCount }
    messages(last: 1) { nodes { startedThread { viewerState { follows unreadCount unreadMentionCount } } } } } } } }`;
  const badges = (first: number) => statementsDuring(server, () => ada.asks(asked, { first }));
  await badges(20);
  const short = await badges(2);
  expect(await badges(20)).toHaveLength(short.length);
});

interface Scene {
  readonly room: RoomAnswer;
  readonly root: { readonly id: string };
  readonly thread: { readonly id: string };
}

/** In a room of Ada's something of hers that Ben has answered beside. */
async function aThread(
  ada: Person,
  ben: Person,
  others: readonly Person[] = [],
  visibility: 'PUBLIC' | 'PRIVATE' = 'PUBLIC',
): Promise<Scene> {
  const room = await aRoom(ada, [ben, ...others], visibility);
  const root = await ada.says('Lunch?', room);
  await ben.says('Soup', room, { threadRootId: root.id });
  return { room, root, thread: await threadOn(ada, root) };
}

const KEPT = sql(
  'select count(*) as kept from thread_state join membership on membership.id = thread_state.membership_id where user_id = ?',
);

async function keptStates({ id }: Person): Promise<number> {
  const [row] = await server.app.get(Database).rows<{ kept: number }>(KEPT, [id]);
  return row?.kept ?? 0;
}
