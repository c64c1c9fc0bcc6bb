import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { kindsOfHappenings } from '../support/feeds/happenings.js';
import { Person, SAVE, UNSAVE } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { exchange } from '../support/requests/exchange.js';
import { oneAfterTheOther } from '../support/servers/interleaving.js';
import { aServer } from '../support/servers/server.js';
import { statementsDuring } from '../support/servers/statements.js';

const server = await aServer();

const SAVED = `query ($first: Int, $after: Cursor) { viewer { savedMessages(first: $first, after: $after) {
  nodes { id body deletedAt author { username } room { id } viewerState { isSaved } }
  pageInfo { hasNextPage hasPreviousPage endCursor } memberEvents { id } roomChanges { id }
} } }`;

interface Saved {
  readonly nodes: readonly { readonly id: string; readonly body: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
}

describe('saving a message', () => {
  it('keeps it for oneself alone, what was saved last first', async () => {
    const { ada, ben } = await aCast(server);
    const [room, other] = [await aRoom(ada, [ben]), await aRoom(ada, [ben])];
    const [first, second] = [await ada.says('Read this', room), await ada.says('And this', other)];
    await ben.saves(first);
    server.clock.advance({ seconds: 1 });
    await ben.saves(second);
    expect(await savedBy(ben)).toMatchObject({
      nodes: [
        { id: second.id, room: { id: other.id }, viewerState: { isSaved: true } },
        { id: first.id, body: 'Read this', author: { username: ada.username }, viewerState: { isSaved: true } },
      ],
      memberEvents: [],
      roomChanges: [],
    });
    expect((await savedBy(ada)).nodes).toEqual([]);
    expect(await isSaved(ada, first)).toBe(false);
    expect(await isSaved(ben, first)).toBe(true);
  });

  it('twice is once, and keeps its place', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const [first, second] = [await ada.says('Read this', room), await ada.says('And this', room)];
    for (const message of [first, second, first]) {
      await ada.saves(message);
      server.clock.advance({ seconds: 1 });
    }
    await Promise.all(Array.from({ length: 10 }, () => ada.saves(first)));
    expect((await savedBy(ada)).nodes.map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('is told to nobody in the room', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Read this', room);
    await ben.saves(message);
    await ben.unsaves(message);
    expect(await kindsOfHappenings(ada, room)).toEqual(['MemberJoined', 'MemberJoined', 'MessageSent']);
  });

  it('is undone as often as one likes', async () => {
    const { ada } = await aCast(server);
    const message = await ada.says('Read this', await aRoom(ada));
    await ada.saves(message);
    for (let n = 0; n < 2; n += 1)
      expect(await ada.asks(UNSAVE, { id: message.id })).toEqual({
        unsaveMessage: { message: { id: message.id, viewerState: { isSaved: false } } },
      });
    expect((await savedBy(ada)).nodes).toEqual([]);
  });

  it('keeps what remains of a message that is deleted, until one takes it out', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('Read this', room);
    await ben.saves(message);
    await ada.deletes(message);
    expect((await savedBy(ben)).nodes).toMatchObject([{ body: '', deletedAt: expect.any(String) as string }]);
    await ben.unsaves(message);
    expect((await savedBy(ben)).nodes).toEqual([]);
    await ben.isRefused('FORBIDDEN', SAVE, { id: message.id });
  });
});

describe('who may save', () => {
  it('is everybody in the room, a guest as well', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const message = await ada.says('Read this', await aRoom(ada, [guest]));
    await guest.saves(message);
    expect((await savedBy(guest)).nodes).toHaveLength(1);
  });

  it('is nobody outside of it, to whom the message does not exist', async () => {
    const { ada, ben, otto } = await aCast(server);
    for (const visibility of ['PUBLIC', 'PRIVATE'] as const) {
      const room = await aRoom(ada, [ben], visibility);
      const message = await ada.says('Read this', room);
      await ben.leaves(room);
      for (const outsider of [otto, ben]) {
        const seen = await outsider.isRefused('NOT_FOUND', SAVE, { id: message.id });
        expect(await outsider.isRefused('NOT_FOUND', SAVE, { id: 'no id' })).toEqual(seen);
        for (const id of [message.id, randomUUID(), 'no id', '\0'])
          expect(await outsider.asks(UNSAVE, { id })).toEqual({ unsaveMessage: { message: null } });
      }
    }
  });

  it('one who has left sees nothing of what they saved there, takes it out all the same, and finds it when they come back', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben], 'PRIVATE');
    const [first, second] = [await ada.says('Read this', room), await ada.says('And this', room)];
    for (const message of [first, second]) await ben.saves(message);
    await ada.removes(ben, room);
    expect((await savedBy(ben)).nodes).toEqual([]);
    expect(await ben.asks(UNSAVE, { id: second.id })).toEqual({ unsaveMessage: { message: null } });
    await ada.adds(ben, room);
    expect((await savedBy(ben)).nodes).toMatchObject([{ id: first.id, body: 'Read this' }]);
  });

  it('takes out what is one’s own alone', async () => {
    const { ada, ben } = await aCast(server);
    const message = await ada.says('Read this', await aRoom(ada, [ben]));
    await ada.saves(message);
    await ben.unsaves(message);
    expect((await savedBy(ada)).nodes).toHaveLength(1);
  });

  it('is not one who is removed while their request waits', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben], 'PRIVATE');
    const message = await ada.says('Read this', room);
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ben, SAVE, message),
      () => ada.removes(ben, room),
    );
    expect(first).toBe('NOT_FOUND');
    await ada.adds(ben, room);
    expect((await savedBy(ben)).nodes).toEqual([]);
  });
});

describe('what one saved', () => {
  it('comes in pages, each once, also where much was saved in one moment', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const messages = [];
    for (let n = 1; n <= 7; n += 1) messages.push(await ada.says(`Number ${String(n)}`, room));
    await Promise.all(messages.map((message) => ada.saves(message)));
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: Saved = await savedBy(ada, { first: 3, after });
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      found.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(found.toSorted()).toEqual(messages.map(({ id }) => id).toSorted());
  });

  it('has cursors of its own, and pages of 1 to 100', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    await ada.isRefused('BAD_CURSOR', SAVED, { first: 1, after: room.eventCursor });
    for (const first of [0, 101]) await ada.isRefused('BAD_USER_INPUT', SAVED, { first });
  });

  it('costs fifty as many statements as two', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    for (let n = 0; n < 50; n += 1) await ben.saves(await ada.says(`Message ${String(n)}`, room));
    const page = (first: number) => statementsDuring(server, () => ben.asks(SAVED, { first }));
    await page(50);
    const short = await page(2);
    expect(await page(50)).toHaveLength(short.length);
  });
});

async function savedBy(reader: Person, page: { first?: number; after?: string | null } = {}): Promise<Saved> {
  return (await reader.asks<{ viewer: { savedMessages: Saved } }>(SAVED, page)).viewer.savedMessages;
}

async function isSaved(reader: Person, { id }: { id: string }): Promise<boolean | undefined> {
  const { message } = await reader.asks<{ message: { viewerState: { isSaved: boolean } | null } | null }>(
    'query ($id: ID!) { message(id: $id) { viewerState { isSaved } } }',
    { id },
  );
  return message?.viewerState?.isSaved;
}

/** What came of a request: its refusal's code, or that it was done. */
async function outcome(person: Person, query: string, { id }: { id: string }): Promise<string> {
  const { answer } = await exchange(server.url, query, { id }, person.bearer);
  return answer.errors?.[0]?.extensions.code ?? 'done';
}
