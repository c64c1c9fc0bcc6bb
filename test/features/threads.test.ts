import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { happenings, kindsOfHappenings } from '../support/feeds/happenings.js';
import { DELETE, EDIT, Person, PIN, SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { upload } from '../support/files/uploads.js';
import { aServer } from '../support/servers/server.js';
import { statementsDuring } from '../support/servers/statements.js';

const server = await aServer();

const THREAD = `id messageCount lastMessageAt participants { username } room { id } root { id number body deletedAt startedThread { id } }
  messages { nodes { id number seq body path thread { id } startedThread { id } replyTo { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    memberEvents { id } roomChanges { id } }`;
const READ = `query ($id: ID!) { thread(id: $id) { ${THREAD} } }`;
const TIMELINE = `query ($id: ID!) { room(id: $id) { messages { nodes {
  id number body startedThread { id messageCount participants { username } } } } } }`;
const PAGE = `query ($id: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) { thread(id: $id) {
  messages(first: $first, after: $after, last: $last, before: $before) { nodes { number } edges { cursor } pageInfo { hasNextPage hasPreviousPage } } } }`;
const AROUND = `query ($id: ID!, $number: Int!, $count: Int) { thread(id: $id) {
  messagesAround(number: $number, count: $count) { nodes { number } edges { cursor } pageInfo { hasNextPage hasPreviousPage } } } }`;
const AT = `query ($id: ID!, $time: DateTime!, $count: Int) { thread(id: $id) {
  messagesAt(time: $time, count: $count) { nodes { number } edges { cursor } pageInfo { hasNextPage hasPreviousPage } } } }`;

interface Node {
  readonly id: string;
  readonly number: number;
  readonly seq: number;
  readonly body: string;
  readonly path: string;
  readonly replyTo: { readonly id: string } | null;
}

interface Read {
  readonly thread: {
    readonly id: string;
    readonly messageCount: number;
    readonly lastMessageAt: string;
    readonly participants: readonly { readonly username: string }[];
    readonly root: { readonly id: string; readonly body: string };
    readonly messages: { readonly nodes: readonly Node[] };
  } | null;
}

describe('what is said in a thread', () => {
  it('is numbered on its own, and stands beside the room’s timeline, whose numbers have no gap', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const lunch = await ada.says('Lunch?', room);
    const first = await ben.says('Soup', room, { threadRootId: lunch.id });
    const again = await ada.says('Bread', room, { threadRootId: lunch.id });
    const tea = await ben.says('And tea?', room);
    const other = await ada.says('Green', room, { threadRootId: tea.id });
    expect([lunch, first, again, tea, other].map(({ number }) => number)).toEqual([1, 1, 2, 2, 1]);
    expect(await ben.asks(TIMELINE, { id: room.id })).toEqual({
      room: {
        messages: {
          nodes: [
            {
              id: lunch.id,
              number: 1,
              body: 'Lunch?',
              startedThread: expect.objectContaining({ messageCount: 2 }) as object,
            },
            {
              id: tea.id,
              number: 2,
              body: 'And tea?',
              startedThread: expect.objectContaining({ messageCount: 1 }) as object,
            },
          ],
        },
      },
    });
    expect(await ben.asks(READ, { id: await threadOf(ben, lunch) })).toMatchObject({
      thread: {
        messageCount: 2,
        room: { id: room.id },
        root: { id: lunch.id, number: 1, body: 'Lunch?' },
        participants: [{ username: ada.username }, { username: ben.username }],
        messages: {
          nodes: [
            { id: first.id, number: 1, body: 'Soup', startedThread: null },
            { id: again.id, number: 2, body: 'Bread', startedThread: null },
          ],
          memberEvents: [],
          roomChanges: [],
        },
      },
    });
  });

  it('comes with files and answers, is edited, deleted, reacted to, pinned and saved as what is said in a room', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const root = await ada.says('Lunch?', room);
    const { id: file } = await upload(ben, room, 'menu.txt', 'Soup');
    const menu = await ben.says('The menu', room, { threadRootId: root.id, attachmentIds: [file] });
    const answer = await ada.says('Sopu, please', room, { threadRootId: root.id, replyToId: menu.id });
    await ada.edits(answer, 'Soup, please');
    await ben.reacts('👍', answer);
    await ada.pins(menu);
    await ben.saves(answer);
    const asked = `query ($id: ID!) { message(id: $id) { body editedAt replyTo { id } attachments { id } reactions { emoji } pinnedAt
      viewerState { isSaved } thread { id } } }`;
    expect(await ben.asks(asked, { id: answer.id })).toMatchObject({
      message: {
        body: 'Soup, please',
        editedAt: expect.any(String) as string,
        replyTo: { id: menu.id },
        reactions: [{ emoji: '👍' }],
        viewerState: { isSaved: true },
      },
    });
    const pins = 'query ($id: ID!) { room(id: $id) { pins { nodes { id attachments { id } } } } }';
    expect(await ben.asks(pins, { id: room.id })).toEqual({
      room: { pins: { nodes: [{ id: menu.id, attachments: [{ id: file }] }] } },
    });
    await ada.deletes(menu);
    expect(await ben.asks(pins, { id: room.id })).toEqual({ room: { pins: { nodes: [] } } });
    expect(await ben.asks(asked, { id: menu.id })).toMatchObject({ message: { body: '', attachments: [] } });
    // Deleted it keeps its number, but does not count.
    const thread = await threadIn(ben, root);
    expect(thread.messageCount).toBe(1);
    expect(thread.participants.map(({ username }) => username)).toEqual([ada.username]);
    expect(thread.messages.nodes.map(({ number, body }) => [number, body])).toEqual([
      [1, ''],
      [2, 'Soup, please'],
    ]);
    expect((await kindsOfHappenings(ada, room)).slice(2)).toEqual([
      'MessageSent',
      'ThreadMessageSent',
      'ThreadMessageSent',
      'ThreadMessageEdited',
      'ReactionAdded',
      'MessagePinned',
      'ThreadMessageDeleted',
    ]);
  });

  it('stays when its root is deleted, and may go on', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const root = await ada.says('Lunch?', room);
    await ben.says('Soup', room, { threadRootId: root.id });
    await ada.deletes(root);
    await ben.says('Never mind', room, { threadRootId: root.id });
    expect(await threadIn(ben, root)).toMatchObject({
      messageCount: 2,
      root: { id: root.id, body: '' },
      messages: { nodes: [{ body: 'Soup' }, { body: 'Never mind' }] },
    });
  });

  it('may begin at a message that was deleted meanwhile', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const root = await ada.says('Lunch?', room);
    await ada.deletes(root);
    await ben.says('Soup', room, { threadRootId: root.id });
    expect((await threadIn(ada, root)).messageCount).toBe(1);
  });

  it('has a path that opens the thread', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const root = await ada.says('Lunch?', room);
    await ada.says('Soup', room, { threadRootId: root.id });
    const { id, messages } = await threadIn(ada, root);
    expect(messages.nodes[0]?.path).toBe(`/chat/${room.id}/thread/${id}/1`);
  });
});

describe('sending into a thread', () => {
  it('is the same when it is sent again, and another one where it goes elsewhere', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const [first, second] = [await ada.says('One', room), await ada.says('Two', room)];
    const nonce = randomUUID();
    const sent = await ada.says('Yes', room, { nonce, threadRootId: first.id });
    expect(await ada.says('Yes', room, { nonce, threadRootId: first.id })).toEqual(sent);
    for (const threadRootId of [second.id, null]) {
      const input = { roomId: room.id, body: 'Yes', nonce, threadRootId };
      expect((await ada.isRefused('CONFLICT', SEND, { input })).extensions.field).toBe('nonce');
    }
    expect((await threadIn(ada, first)).messageCount).toBe(1);
    // A refusal leaves no thread behind.
    expect(await ada.asks(TIMELINE, { id: room.id })).toMatchObject({
      room: { messages: { nodes: [{ id: first.id }, { id: second.id, startedThread: null }] } },
    });
    // Neither is a send into the room the one into a thread: their words are the same.
    const other = randomUUID();
    await ada.says('No', room, { nonce: other });
    const input = { roomId: room.id, body: 'No', nonce: other, threadRootId: first.id };
    await ada.isRefused('CONFLICT', SEND, { input });
  });

  it('gives numbers without gaps, whoever sends at the same time', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    const root = await ada.says('Everybody!', room);
    const people = [ada, ben, cleo] as const;
    const sends = Array.from({ length: 30 }, (_, n) =>
      (people[n % 3] ?? ada).says(String(n), room, n % 2 ? { threadRootId: root.id } : {}),
    );
    const sent = await Promise.all(sends);
    const numbers = (odd: number) => sent.flatMap(({ number }, n) => (n % 2 === odd ? [number] : []));
    expect(numbers(1).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, n) => n + 1));
    expect(numbers(0).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, n) => n + 2));
    const seqs = (await happenings(ada, room)).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: 34 }, (_, n) => n + 1));
  });

  it('hangs on a message of the room’s own timeline alone: what else there is is not found', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const root = await ada.says('Lunch?', room);
    const inside = await ben.says('Soup', room, { threadRootId: root.id });
    const elsewhere = await ada.says('Elsewhere', await aRoom(ada, [ben]));
    const hidden = await otto.says('Hidden', await aRoom(otto, [], 'PRIVATE'));
    const before = await kindsOfHappenings(ada, room);
    const refusals = [];
    for (const threadRootId of [inside.id, elsewhere.id, hidden.id, room.id, randomUUID(), 'no id', '']) {
      const input = { roomId: room.id, body: 'What?', threadRootId };
      refusals.push(await ben.isRefused('NOT_FOUND', SEND, { input }));
    }
    expect(refusals[0]?.extensions.field).toBe('threadRootId');
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(await kindsOfHappenings(ada, room)).toEqual(before);
  });

  it('answers one of the same timeline alone', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const [root, other] = [await ada.says('Lunch?', room), await ada.says('Tea?', room)];
    const inside = await ada.says('Soup', room, { threadRootId: root.id });
    const wrong = [
      { threadRootId: root.id, replyToId: root.id },
      { threadRootId: root.id, replyToId: other.id },
      { threadRootId: other.id, replyToId: inside.id },
      { replyToId: inside.id },
    ];
    for (const more of wrong) {
      const input = { roomId: room.id, body: 'What?', ...more };
      expect((await ada.isRefused('NOT_FOUND', SEND, { input })).extensions.field).toBe('replyToId');
    }
    await ada.says('Soup it is', room, { threadRootId: root.id, replyToId: inside.id });
  });

  it('costs a message of the room’s own timeline not one statement more', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const root = await ada.says('Lunch?', room);
    await ada.says('Soup', room, { threadRootId: root.id });
    const plain = await statementsDuring(server, () => ada.says('And tea?', room));
    expect(plain.filter((text) => /\bthread/.test(text))).toEqual([]);
    const inThread = await statementsDuring(server, () => ada.says('Bread', room, { threadRootId: root.id }));
    expect(inThread.filter((text) => /\bthread/.test(text)).length).toBeGreaterThan(0);
  });
});

describe('who may read a thread and write in it', () => {
  it('is everybody in the room, a guest as well; its messages are changed by their authors, and deleted by moderators too', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada, [ben, cleo, guest]);
    const root = await ben.says('Lunch?', room);
    const soup = await guest.says('Soup', room, { threadRootId: root.id });
    await guest.edits(soup, 'Salad');
    await cleo.isRefused('FORBIDDEN', EDIT, { id: soup.id, body: 'Cake' });
    // Not by who began it either.
    await ben.isRefused('FORBIDDEN', DELETE, { id: soup.id });
    expect((await threadIn(cleo, root)).messages.nodes).toMatchObject([{ body: 'Salad' }]);
    await ada.deletes(soup);
    await ben.isRefused('FORBIDDEN', PIN, { id: soup.id });
    await guest.isRefused('FORBIDDEN', EDIT, { id: soup.id, body: 'Soup' });
  });

  it('is nobody outside of the room, and no longer one who has left', async () => {
    const { ada, ben, otto } = await aCast(server);
    for (const visibility of ['PUBLIC', 'PRIVATE'] as const) {
      const room = await aRoom(ada, [ben], visibility);
      const root = await ada.says('Lunch?', room);
      const soup = await ben.says('Soup', room, { threadRootId: root.id });
      const { id } = await threadIn(ben, root);
      await ben.leaves(room);
      for (const outsider of [otto, ben]) {
        expect(await outsider.asks(READ, { id })).toEqual({ thread: null });
        const code = visibility === 'PUBLIC' ? 'FORBIDDEN' : 'NOT_FOUND';
        const input = { roomId: room.id, body: 'Me too', threadRootId: root.id };
        const seen = await outsider.isRefused(code, SEND, { input });
        const unknown = { ...input, threadRootId: randomUUID() };
        expect(await outsider.isRefused(code, SEND, { input: unknown })).toEqual(seen);
        for (const [change, more] of [
          [EDIT, { body: 'Salad' }],
          [DELETE, {}],
          [PIN, {}],
        ] as const)
          await outsider.isRefused('NOT_FOUND', change, { id: soup.id, ...more });
        expect(await outsider.asks('query ($id: ID!) { message(id: $id) { id } }', { id: soup.id })).toEqual({
          message: null,
        });
      }
      expect((await threadIn(ada, root)).messageCount).toBe(1);
    }
    for (const id of [randomUUID(), 'no id', '', '\0']) expect(await ada.asks(READ, { id })).toEqual({ thread: null });
  });

  it('is shown nothing that was said after they had left, in what happened before', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben], 'PRIVATE');
    const root = await ada.says('Lunch?', room);
    const { viewer } = await ben.asks<{ viewer: { eventCursor: string } }>('{ viewer { eventCursor } }');
    await ada.says('Soup', room, { threadRootId: root.id });
    await ben.leaves(room);
    await ada.says('Of him', room, { threadRootId: root.id });
    const told = `query ($after: Cursor!) { events(after: $after, first: 5) { event { ... on ThreadMessageSent { message { body }
      thread { messages { nodes { body } } messagesAround(number: 1) { nodes { body } pageInfo { hasNextPage } }
        messagesAt(time: "2020-01-01T00:00:00.000Z") { nodes { body } } } } } } }`;
    const { events } = await ben.asks<{ events: { event: object | null }[] }>(told, { after: viewer.eventCursor });
    expect(events.flatMap(({ event }) => (event && 'thread' in event ? [event] : []))).toEqual([
      {
        message: { body: 'Soup' },
        thread: {
          messages: { nodes: [] },
          messagesAround: { nodes: [], pageInfo: { hasNextPage: false } },
          messagesAt: { nodes: [] },
        },
      },
    ]);
  });
});

it('a message that was just sent costs no look for its thread, and shows the one that begins there', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const sends = SEND.replace('{ id number', '{ id startedThread { id } number');
  const during = await statementsDuring(server, () => ada.asks(sends, { input: { roomId: room.id, body: 'Lunch?' } }));
  expect(during.filter((text) => /from thread\b/.test(text))).toEqual([]);
  const root = await ada.says('Lunch?', room);
  await ben.says('Soup', room, { threadRootId: root.id });
  expect(await threadOf(ben, root)).toBe(root.id);
});

describe('a thread in pages', () => {
  it('goes both ways, and around a number', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const [root, other] = [await ada.says('Count!', room), await ada.says('Me too', room)];
    for (let n = 1; n <= 10; n += 1) await ada.says(String(n), room, { threadRootId: root.id });
    await ada.says('1', room, { threadRootId: other.id });
    const { id } = await threadIn(ada, root);
    const middle = await numbersIn(ada, AROUND, { id, number: 5, count: 4 });
    expect(middle).toMatchObject({ numbers: [3, 4, 5, 6], hasNextPage: true, hasPreviousPage: true });
    expect(await numbersIn(ada, PAGE, { id, first: 3, after: middle.last })).toMatchObject({ numbers: [7, 8, 9] });
    expect(await numbersIn(ada, PAGE, { id, last: 3, before: middle.first })).toMatchObject({
      numbers: [1, 2],
      hasPreviousPage: false,
    });
    expect((await numbersIn(ada, PAGE, { id, last: 2 })).numbers).toEqual([9, 10]);
    expect((await numbersIn(ada, AROUND, { id, number: 100, count: 3 })).numbers).toEqual([8, 9, 10]);
    expect((await numbersIn(ada, AROUND, { id, number: -1, count: 3 })).numbers).toEqual([1, 2, 3]);
    await ada.isRefused('BAD_CURSOR', PAGE, { id: await threadOf(ada, other), after: middle.last });
    for (const first of [0, 101]) await ada.isRefused('BAD_USER_INPUT', PAGE, { id, first });
    await ada.isRefused('BAD_USER_INPUT', AROUND, { id, number: 1, count: 0 });
  });

  it('is around the first reply that was sent at a time or later, whatever was said in the room meanwhile', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const root = await ada.says('Lunch?', room);
    const times: string[] = [];
    for (let count = 1; count <= 9; count += 1) {
      server.clock.advance({ seconds: 5 });
      await ben.says('In the room', room);
      await ben.says(`Reply ${String(count)}`, room, { threadRootId: root.id });
      server.clock.advance({ seconds: 5 });
      times.push(server.clock.now().toISOString());
    }
    const id = await threadOf(ada, root);
    const at = async (time: string | undefined, count: number) =>
      (await numbersIn(ada, AT, { id, time, count })).numbers;
    // Some time after each reply: the next one is the first that was sent then or later.
    for (const number of [1, 4, 8]) expect(await at(times[number - 1], 1)).toEqual([number + 1]);
    expect(await at(times[3], 3)).toEqual([4, 5, 6]);
    expect(await at('2020-01-01T00:00:00.000Z', 3)).toEqual([1, 2, 3]);
    expect(await at(times[8], 3)).toEqual([7, 8, 9]);
    await ada.isRefused('BAD_USER_INPUT', AT, { id, time: times[0], count: 101 });
    expect(await otto.asks(AT, { id, time: times[0], count: 3 })).toEqual({ thread: null });
  });

  it('costs a page of fifty messages with threads as many statements as one of two', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    for (let n = 0; n < 50; n += 1) {
      const { id: threadRootId } = await ada.says(`Question ${String(n)}`, room);
      await ben.says('Yes', room, { threadRootId });
    }
    const asked = `query ($id: ID!, $last: Int) { room(id: $id) { messages(last: $last) { nodes { body startedThread {
      messageCount lastMessageAt participants { username } messages(last: 1) { nodes { body thread { id } } } } } } } }`;
    const page = async (last: number) => {
      // What was read before a change is read anew.
      await aRoom(ben);
      return statementsDuring(server, () => ada.asks(asked, { id: room.id, last }));
    };
    await page(50);
    const short = await page(2);
    expect(await page(50)).toHaveLength(short.length);
  });
});

it('a client that knows no threads sees nothing of them', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const root = await ada.says('Lunch?', room);
  const old = `query ($after: Cursor!, $id: ID!) { events(after: $after, roomId: $id) { event { __typename
    ... on MessageSent { message { body number } } ... on MessageEdited { message { body } } ... on MessageDeleted { message { body } }
    ... on MessageEvent { about: message { id } } } } }`;
  const soup = await ben.says('Soup', room, { threadRootId: root.id });
  await ben.edits(soup, 'Salad');
  await ben.deletes(soup);
  await ben.says('And tea?', room);
  const { events } = await ada.asks<{ events: { event: object | null }[] }>(old, {
    after: room.eventCursor,
    id: room.id,
  });
  expect(events.flatMap(({ event }) => event ?? []).slice(2)).toEqual([
    { __typename: 'MessageSent', message: { body: 'Lunch?', number: 1 }, about: { id: root.id } },
    { __typename: 'ThreadMessageSent' },
    { __typename: 'ThreadMessageEdited' },
    { __typename: 'ThreadMessageDeleted' },
    expect.objectContaining({ message: { body: 'And tea?', number: 2 } }) as object,
  ]);
});

async function threadOf(reader: Person, { id }: { id: string }): Promise<string> {
  const asked = 'query ($id: ID!) { message(id: $id) { startedThread { id } } }';
  const { message } = await reader.asks<{ message: { startedThread: { id: string } | null } }>(asked, { id });
  if (!message.startedThread) throw new Error('No thread hangs on this message.');
  return message.startedThread.id;
}

async function threadIn(reader: Person, root: { id: string }): Promise<NonNullable<Read['thread']>> {
  const { thread } = await reader.asks<Read>(READ, { id: await threadOf(reader, root) });
  if (!thread) throw new Error('The thread is not to be read.');
  return thread;
}

async function numbersIn(reader: Person, query: string, variables: Record<string, unknown>) {
  interface Page {
    readonly nodes: readonly { readonly number: number }[];
    readonly edges: readonly { readonly cursor: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  }
  const { thread } = await reader.asks<{ thread: Readonly<Record<string, Page>> }>(query, variables);
  const [page] = Object.values(thread);
  if (!page) throw new Error('No page was asked for.');
  const cursors = page.edges.map(({ cursor }) => cursor);
  return {
    numbers: page.nodes.map(({ number }) => number),
    ...page.pageInfo,
    first: cursors.at(0),
    last: cursors.at(-1),
  };
}
