import { describe, expect, it } from 'vitest';
import { Database, query as sql } from '#server/database/index.js';
import { aCast } from '../support/people/cast.js';
import { activityOf, mentionsOf } from '../support/people/mentions.js';
import { type Person, type RoomAnswer } from '../support/people/person.js';
import { reads, stateOf } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { follows, marksThreadUnread, readsThread, threadStateOf } from '../support/people/threads.js';
import { aServer } from '../support/servers/server.js';
import { statementsDuring } from '../support/servers/statements.js';

const server = await aServer();

describe('the badge of mentions in threads', () => {
  it('is one of its own: nothing of it is in the room’s, whose numbers are others', async () => {
    const { ada, ben } = await aCast(server);
    const { room, thread } = await aThread(ada);
    await ben.joins(room);
    for (let count = 0; count < 3; count += 1) await ada.says(`@${ben.username}`, room, { threadRootId: thread.id });
    expect(await threadStateOf(ben, thread)).toEqual({
      follows: true,
      ...{ lastReadNumber: 0, unreadCount: 3 },
      unreadMentionCount: 3,
    });
    expect(await stateOf(ben, room)).toMatchObject({
      ...{ unreadCount: 0, unreadMentionCount: 0 },
      ...{ unreadThreadCount: 1, unreadThreadMentionCount: 3 },
    });
    await ada.says(`@${ben.username}`, room);
    expect(await stateOf(ben, room)).toMatchObject({ unreadMentionCount: 1, unreadThreadMentionCount: 3 });
    await reads(ben, room, 2);
    expect(await stateOf(ben, room)).toMatchObject({ unreadMentionCount: 0, unreadThreadMentionCount: 3 });
    expect(await readsThread(ben, room, thread, 2)).toMatchObject({ unreadCount: 1, unreadMentionCount: 1 });
    expect(await stateOf(ben, room)).toMatchObject({ unreadThreadCount: 1, unreadThreadMentionCount: 1 });
  });

  it('counts what names one, and never one’s own, what is deleted, or what is in a thread that one does not follow', async () => {
    const { ada, ben } = await aCast(server);
    const { room, thread } = await aThread(ada, [ben]);
    const says = (person: Person, body: string) => person.says(body, room, { threadRootId: thread.id });
    const first = await says(ada, `@${ben.username}`);
    await says(ada, 'nobody');
    await says(ben, `@${ben.username}`);
    const last = await says(ada, `@${ben.username} and @${ben.username}`);
    expect(await threadStateOf(ben, thread)).toMatchObject({ unreadCount: 3, unreadMentionCount: 2 });
    await ada.deletes(last);
    expect(await threadStateOf(ben, thread)).toMatchObject({ unreadCount: 2, unreadMentionCount: 1 });
    await ada.edits(first, 'never mind');
    expect(await threadStateOf(ben, thread)).toMatchObject({ unreadCount: 2, unreadMentionCount: 0 });
    await ada.edits(first, `@${ben.username} after all`);
    expect(await follows(ben, thread, false)).toMatchObject({ unreadCount: 0, unreadMentionCount: 0 });
    expect(await stateOf(ben, room)).toMatchObject({ unreadThreadCount: 0, unreadThreadMentionCount: 0 });
    expect(await follows(ben, thread, true)).toMatchObject({ unreadCount: 2, unreadMentionCount: 1 });
    await readsThread(ben, room, thread, 4);
    expect(await marksThreadUnread(ben, room, thread, 1)).toMatchObject({ unreadMentionCount: 1 });
  });
});

describe('whoever is named in a thread', () => {
  it('follows it from that message on: what came before it is read', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const { room, thread } = await aThread(ada, [ben, cleo]);
    for (const body of ['One', 'Two', `Three, @${cleo.username}`])
      await ben.says(body, room, { threadRootId: thread.id });
    expect(await threadStateOf(cleo, thread)).toEqual({
      ...{ follows: true, lastReadNumber: 2 },
      ...{ unreadCount: 1, unreadMentionCount: 1 },
    });
    // Whoever follows it already has read what they have read.
    await readsThread(cleo, room, thread, 3);
    await marksThreadUnread(cleo, room, thread, 1);
    await ben.says(`Four, @${cleo.username}`, room, { threadRootId: thread.id });
    expect(await threadStateOf(cleo, thread)).toMatchObject({ lastReadNumber: 0, unreadCount: 4 });
  });

  it('follows it again where they said that they do not want to: somebody asks for them', async () => {
    const { ada, ben } = await aCast(server);
    const { room, thread } = await aThread(ada, [ben]);
    const first = await ada.says(`@${ben.username}`, room, { threadRootId: thread.id });
    await follows(ben, thread, false);
    for (const body of ['More', 'and more', `@${ada.username}`])
      await ada.says(body, room, { threadRootId: thread.id });
    // Nor do they by writing there, or by naming themselves.
    await ben.says(`I, @${ben.username}`, room, { threadRootId: thread.id });
    expect(await threadStateOf(ben, thread)).toMatchObject({ follows: false });
    await ada.says(`@${ben.username}!`, room, { threadRootId: thread.id });
    expect(await threadStateOf(ben, thread)).toEqual({
      ...{ follows: true, lastReadNumber: 5 },
      ...{ unreadCount: 1, unreadMentionCount: 1 },
    });
    // What an edit takes away does not undo it.
    await ada.edits(first, 'nobody');
    expect(await threadStateOf(ben, thread)).toMatchObject({ follows: true });
  });

  it('follows it by an edit as well, from the message that was edited on, or from where they have read', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const { room, thread } = await aThread(ada, [ben, cleo]);
    const said = [];
    for (let count = 0; count < 3; count += 1) said.push(await ada.says('Hello', room, { threadRootId: thread.id }));
    await readsThread(cleo, room, thread, 3);
    const [, second] = said;
    if (!second) throw new Error('There are three.');
    await ada.edits(second, `Hello, @${ben.username} and @${cleo.username}`);
    expect(await threadStateOf(ben, thread)).toEqual({
      ...{ follows: true, lastReadNumber: 1 },
      ...{ unreadCount: 2, unreadMentionCount: 1 },
    });
    expect(await threadStateOf(cleo, thread)).toEqual({
      ...{ follows: true, lastReadNumber: 3 },
      ...{ unreadCount: 0, unreadMentionCount: 0 },
    });
    // Once more says nothing new.
    await follows(ben, thread, false);
    await ada.edits(second, `Hello again, @${ben.username}`);
    expect(await threadStateOf(ben, thread)).toMatchObject({ follows: false });
  });

  it('is nobody who is not in the room, and it is not so later', async () => {
    const { ada, ben, otto } = await aCast(server);
    const { room, thread } = await aThread(ada, [ben]);
    const message = await ben.says(`@${otto.username}`, room, { threadRootId: thread.id });
    expect((await mentionsOf(ben, message)).people).toEqual([otto.id]);
    expect(await keptStates(otto)).toBe(0);
    await otto.joins(room);
    expect(await threadStateOf(otto, thread)).toMatchObject({ follows: false, unreadCount: 0, unreadMentionCount: 0 });
    await otto.leaves(room);
    await ben.edits(message, `@${ada.username}`);
    await ben.edits(message, `@${otto.username}`);
    expect(await keptStates(otto)).toBe(0);
  });
});

describe('@room in a thread', () => {
  it('is a word, whoever says it, sent or edited: it names and wakes nobody', async () => {
    const { ada, ben } = await aCast(server);
    const { room, thread } = await aThread(ada, [ben]);
    const message = await ada.says(`@room and @${ben.username}`, room, { threadRootId: thread.id });
    expect(await mentionsOf(ada, message)).toEqual({ people: [ben.id], room: false });
    expect((await threadStateOf(ben, thread))?.unreadMentionCount).toBe(1);
    await ada.edits(message, '@room');
    expect(await mentionsOf(ada, message)).toEqual({ people: [], room: false });
    expect(await threadStateOf(ben, thread)).toMatchObject({ unreadCount: 1, unreadMentionCount: 0 });
    expect(await stateOf(ben, room)).toMatchObject({ unreadMentionCount: 0, unreadThreadMentionCount: 0 });
    expect(await roomMentions(room)).toBe(0);
    // Beside it, in the room, it is one.
    await ada.says('@room', room);
    expect(await roomMentions(room)).toBe(1);
  });
});

describe('activity', () => {
  it('is also what others say in the threads that one follows, newest first, by page', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const { room, thread } = await aThread(ada, [ben, cleo]);
    const other = await aThread(cleo, [ada, ben]);
    const expected: string[] = [];
    for (let count = 0; count < 4; count += 1) {
      expected.push((await ben.says('Here', room, { threadRootId: thread.id })).id);
      await ada.says('Mine', room, { threadRootId: thread.id });
      // Ada neither wrote there nor was named.
      await ben.says('There', other.room, { threadRootId: other.thread.id });
      const deleted = await ben.says('Slip', room, { threadRootId: thread.id });
      await ben.deletes(deleted);
    }
    expect(await activityOf(ada)).toEqual(expected.toReversed());
    const named = await ben.says(`@${ada.username}`, other.room, { threadRootId: other.thread.id });
    const after = await ben.says('Well?', other.room, { threadRootId: other.thread.id });
    const theirs = await activityOf(ada);
    // All of the thread is hers to see once she follows it.
    expect(theirs.slice(0, 2)).toEqual([after.id, named.id]);
    expect(theirs).toHaveLength(4 + 4 + 2);
    for (const size of [1, 3, 100]) expect(await activityOf(ada, size)).toEqual(theirs);
    await follows(ada, other.thread, false);
    expect(await activityOf(ada)).toEqual([named.id, ...expected.toReversed()]);
    await ada.leaves(room);
    expect(await activityOf(ada)).toEqual([named.id]);
    expect(await activityOf(ben)).not.toContain(named.id);
  });

  it('misses nothing where much of one’s own, or much that is deleted, stands between', async () => {
    const { ada, ben } = await aCast(server);
    const threads = [];
    for (let count = 0; count < 4; count += 1) threads.push(await aThread(ada, [ben]));
    const expected: string[] = [];
    for (let count = 0; count < 24; count += 1) {
      const { room, thread } = threads.at(count % 3 === 0 ? 0 : count % 4) ?? (await aThread(ada));
      const author = count % 5 === 0 ? ada : ben;
      const message = await author.says('Hello', room, { threadRootId: thread.id });
      if (count % 7 === 0) await author.deletes(message);
      else if (author === ben) expected.push(message.id);
    }
    for (const size of [1, 2, 5, 25]) expect(await activityOf(ada, size)).toEqual(expected.toReversed());
  });
});

it('a message that names nobody costs a thread no statement for that, and one that does three', async () => {
  const { ada, ben } = await aCast(server);
  const { room, thread } = await aThread(ada, [ben]);
  const says = (body: string) => () => ada.says(body, room, { threadRootId: thread.id });
  await says('Hello')();
  const plain = await statementsDuring(server, says('Hello'));
  expect(plain.filter((text) => /mention|username_key/.test(text))).toEqual([]);
  const naming = await statementsDuring(server, says(`Hello @${ben.username}`));
  expect(naming.length - plain.length).toBe(3);
});

interface Scene {
  readonly room: RoomAnswer;
  /** It begins with its first message, and is named like its root. */
  readonly thread: { readonly id: string };
}

async function aThread(owner: Person, others: readonly Person[] = []): Promise<Scene> {
  const room = await aRoom(owner, others);
  return { room, thread: await owner.says('Lunch?', room) };
}

const KEPT = sql(
  'select count(*) as kept from thread_state join membership on membership.id = thread_state.membership_id where user_id = ?',
);
const ROOM_MENTIONS = sql('select count(*) as kept from room_mention where room_id = ?');

async function keptStates({ id }: Person): Promise<number> {
  const [row] = await server.app.get(Database).rows<{ kept: number }>(KEPT, [id]);
  return row?.kept ?? 0;
}

async function roomMentions({ id }: RoomAnswer): Promise<number> {
  const [row] = await server.app.get(Database).rows<{ kept: number }>(ROOM_MENTIONS, [id]);
  return row?.kept ?? 0;
}
