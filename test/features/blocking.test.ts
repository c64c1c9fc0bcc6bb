import { describe, expect, it } from 'vitest';
import { kindsOfHappenings } from '../support/feeds/happenings.js';
import { logout } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { BLOCK, blocks, UNBLOCK, unblocks } from '../support/people/direct-rooms.js';
import { Person } from '../support/people/person.js';
import { stateOf } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { follows, threadOn, threadStateOf } from '../support/people/threads.js';
import { exchange } from '../support/requests/exchange.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const BLOCKED = `query ($first: Int, $after: Cursor) { viewer { blockedUsers(first: $first, after: $after) {
  nodes { id username } totalCount pageInfo { hasNextPage endCursor }
} } }`;
const ACTIVITY = '{ viewer { activity { nodes { id } } } }';

interface Blocked {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('whom one blocks', () => {
  it('stand in a list of one’s own, whoever was blocked last first, page by page', async () => {
    const { ada, ben, cleo, otto } = await aCast(server);
    for (const who of [ben, cleo, otto]) {
      await blocks(ada, who);
      server.clock.advance({ seconds: 1 });
    }
    const first = await blockedBy(ada, { first: 2 });
    expect(first).toMatchObject({ nodes: [{ id: otto.id }, { id: cleo.id }], totalCount: 3 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const next = await blockedBy(ada, { first: 2, after: first.pageInfo.endCursor });
    expect(next).toMatchObject({ nodes: [{ id: ben.id }], pageInfo: { hasNextPage: false } });
    expect((await blockedBy(ben)).nodes).toEqual([]);
    await unblocks(ada, cleo);
    expect((await blockedBy(ada)).nodes.map(({ id }) => id)).toEqual([otto.id, ben.id]);
  });

  it('are blocked once, however often one says so, and keep their place', async () => {
    const { ada, ben, cleo } = await aCast(server);
    for (const who of [ben, cleo, ben]) {
      await blocks(ada, who);
      server.clock.advance({ seconds: 1 });
    }
    await Promise.all(Array.from({ length: 10 }, () => blocks(ada, ben)));
    expect((await blockedBy(ada)).nodes.map(({ id }) => id)).toEqual([cleo.id, ben.id]);
    await unblocks(ada, ben);
    await unblocks(ada, ben);
    expect((await blockedBy(ada)).totalCount).toBe(1);
  });

  it('may be guests, also when they have gone, but nobody whom there never was, and never oneself', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, 'Gus who sold watches');
    await logout(server, guest.bearer);
    await blocks(ada, guest);
    expect((await blockedBy(ada)).nodes.map(({ id }) => id)).toEqual([guest.id]);
    for (const operation of [BLOCK, UNBLOCK])
      for (const user of ['nobody', '00000000-0000-7000-8000-000000000000'])
        await ada.isRefused('NOT_FOUND', operation, { user });
    const { extensions } = await ada.isRefused('BAD_USER_INPUT', BLOCK, { user: ada.id });
    expect(extensions.field).toBe('userId');
  });

  it('is for those who are signed in', async () => {
    const { ada } = await aCast(server);
    for (const operation of [BLOCK, UNBLOCK]) {
      const { answer } = await exchange(server.url, operation, { user: ada.id });
      expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  it('are told nothing, and see and hear all that they did', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await blocks(ada, ben);
    await ada.says('Hello', room);
    expect(await kindsOfHappenings(ben, room)).toEqual(['MemberJoined', 'MemberJoined', 'MessageSent']);
    expect((await stateOf(ben, room))?.unreadCount).toBe(1);
  });
});

describe('what they say', () => {
  it('counts in no room, neither as unread nor as a mention, until they are blocked no more', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(cleo, [ada, ben]);
    await ben.says(`@${ada.username}?`, room);
    await cleo.says(`@${ada.username}!`, room);
    await ben.says('@room', room);
    await ben.deletes(await ben.says('Gone', room));
    expect(await stateOf(ada, room)).toMatchObject({ unreadCount: 3, unreadMentionCount: 3 });
    await blocks(ada, ben);
    expect(await stateOf(ada, room)).toMatchObject({ unreadCount: 1, unreadMentionCount: 1 });
    await ben.says(`@${ada.username}? Hello?`, room);
    expect(await stateOf(ada, room)).toMatchObject({ unreadCount: 1, unreadMentionCount: 1 });
    expect(await stateOf(cleo, room)).toMatchObject({ unreadCount: 3 });
    await unblocks(ada, ben);
    expect(await stateOf(ada, room)).toMatchObject({ unreadCount: 4, unreadMentionCount: 4 });
  });

  it('counts in no thread', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(cleo, [ada, ben]);
    const root = await ada.says('Lunch?', room);
    await ben.says(`@${ada.username}: soup`, room, { threadRootId: root.id });
    const thread = await threadOn(ada, root);
    await follows(ada, thread, true);
    expect(await threadStateOf(ada, thread)).toMatchObject({ unreadCount: 1, unreadMentionCount: 1 });
    await blocks(ada, ben);
    expect(await threadStateOf(ada, thread)).toMatchObject({ unreadCount: 0, unreadMentionCount: 0 });
    expect(await stateOf(ada, room)).toMatchObject({ unreadThreadCount: 0, unreadThreadMentionCount: 0 });
    await cleo.says('Bread', room, { threadRootId: root.id });
    expect(await threadStateOf(ada, thread)).toMatchObject({ unreadCount: 1, unreadMentionCount: 0 });
    await unblocks(ada, ben);
    expect(await threadStateOf(ada, thread)).toMatchObject({ unreadCount: 2, unreadMentionCount: 1 });
    expect(await stateOf(ada, room)).toMatchObject({ unreadThreadCount: 1, unreadThreadMentionCount: 1 });
  });

  it('is no activity: neither a mention, nor an answer, nor what stands in threads', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(cleo, [ada, ben]);
    const root = await ada.says('Lunch?', room);
    const theirs = [
      await ben.says(`@${ada.username}?`, room),
      await ben.says('@room', room),
      await ben.says('Soup', room, { replyToId: root.id }),
      await ben.says('Soup', room, { threadRootId: root.id }),
    ];
    const cleos = await cleo.says('Bread', room, { threadRootId: root.id });
    expect(await activityOf(ada)).toEqual([...theirs, cleos].map(({ id }) => id).reverse());
    await blocks(ada, ben);
    expect(await activityOf(ada)).toEqual([cleos.id]);
    await unblocks(ada, ben);
    expect(await activityOf(ada)).toHaveLength(5);
  });
});

async function blockedBy(who: Person, page: object = {}): Promise<Blocked> {
  const { viewer } = await who.asks<{ viewer: { blockedUsers: Blocked } }>(BLOCKED, { ...page });
  return viewer.blockedUsers;
}

async function activityOf(who: Person): Promise<string[]> {
  const { viewer } = await who.asks<{ viewer: { activity: { nodes: { id: string }[] } } }>(ACTIVITY);
  return viewer.activity.nodes.map(({ id }) => id);
}
