import { describe, expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { happenings, kindsOfHappenings } from '../support/feeds/happenings.js';
import { DELETE, Person, PIN, type RoomAnswer, UNPIN } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { exchange } from '../support/requests/exchange.js';
import { oneAfterTheOther } from '../support/servers/interleaving.js';
import { aServer } from '../support/servers/server.js';
import { statementsDuring } from '../support/servers/statements.js';

const server = await aServer();

const PINS = `query ($id: ID!, $first: Int, $after: Cursor) { room(id: $id) { pins(first: $first, after: $after) {
  nodes { id body pinnedAt author { username } } pageInfo { hasNextPage hasPreviousPage endCursor }
  memberEvents { id } roomChanges { id }
} } }`;

interface Pins {
  readonly nodes: readonly { readonly id: string; readonly body: string; readonly pinnedAt: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
  readonly memberEvents: readonly unknown[];
  readonly roomChanges: readonly unknown[];
}

describe('pinning a message', () => {
  it('puts it into the list of the room’s pins, the newest pin first', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const [first, second] = [await ada.says('The house rules', room), await ben.says('The code', room)];
    await ben.pins(second);
    await ada.pins(first);
    expect(await pinsIn(ben, room)).toMatchObject({
      nodes: [
        { id: first.id, body: 'The house rules', pinnedAt: expect.any(String) as string },
        { id: second.id, body: 'The code' },
      ],
      memberEvents: [],
      roomChanges: [],
    });
  });

  it('twice is once: it keeps its time and its place, and one event says so', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('The house rules', room);
    await ben.pins(message);
    const before = await pinsIn(ada, room);
    server.clock.advance({ minutes: 1 });
    await ada.pins(message);
    await Promise.all(Array.from({ length: 10 }, () => ben.pins(message)));
    expect(await pinsIn(ada, room)).toEqual(before);
    expect((await happenings(ada, room)).filter(({ __typename }) => __typename === 'MessagePinned')).toMatchObject([
      { actor: { id: ben.id }, message: { id: message.id } },
    ]);
  });

  it('is undone by unpinning, by whomever, and told once', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('The house rules', room);
    await ada.pins(message);
    await ben.unpins(message);
    await ben.unpins(message);
    expect((await pinsIn(ada, room)).nodes).toEqual([]);
    expect((await kindsOfHappenings(ada, room)).slice(-2)).toEqual(['MessagePinned', 'MessageUnpinned']);
  });

  it('ends when the message is deleted, which cannot be pinned again', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('The house rules', room);
    await ben.pins(message);
    await ada.deletes(message);
    expect((await pinsIn(ada, room)).nodes).toEqual([]);
    await ben.isRefused('FORBIDDEN', PIN, { id: message.id });
    await ben.unpins(message);
    expect((await kindsOfHappenings(ada, room)).at(-1)).toBe('MessageDeleted');
  });

  it('outlives an edit', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const message = await ada.says('The huose rules', room);
    await ada.pins(message);
    await ada.edits(message, 'The house rules');
    expect((await pinsIn(ada, room)).nodes).toMatchObject([{ body: 'The house rules' }]);
  });
});

describe('who may pin', () => {
  it('is whoever may post there, a guest as well', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, aName());
    const room = await aRoom(ada, [guest]);
    const message = await ada.says('The house rules', room);
    await guest.pins(message);
    expect((await pinsIn(guest, room)).nodes).toHaveLength(1);
    await guest.unpins(message);
    expect((await pinsIn(ada, room)).nodes).toEqual([]);
  });

  it('is nobody outside of the room, who sees no pins either', async () => {
    const { ada, ben, otto } = await aCast(server);
    for (const visibility of ['PUBLIC', 'PRIVATE'] as const) {
      const room = await aRoom(ada, [ben], visibility);
      const message = await ada.says('The house rules', room);
      await ada.pins(message);
      await ben.leaves(room);
      for (const outsider of [otto, ben]) {
        for (const change of [PIN, UNPIN]) {
          const seen = await outsider.isRefused('NOT_FOUND', change, { id: message.id });
          expect(await outsider.isRefused('NOT_FOUND', change, { id: 'no id' })).toEqual(seen);
        }
        const answer = await outsider.asks<{ room: unknown }>(PINS, { id: room.id });
        expect(answer.room).toEqual(visibility === 'PUBLIC' ? { pins: null } : null);
      }
      expect((await pinsIn(ada, room)).nodes).toHaveLength(1);
    }
  });
});

describe('the pins of a room', () => {
  it('come in pages, each once, also where many were pinned in one moment', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const messages = [];
    for (let n = 1; n <= 7; n += 1) messages.push(await ada.says(`Rule ${String(n)}`, room));
    await Promise.all(messages.map((message) => ada.pins(message)));
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: Pins = await pinsIn(ada, room, { first: 3, after });
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      found.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(found.toSorted()).toEqual(messages.map(({ id }) => id).toSorted());
  });

  it('have cursors of their own, and pages of 1 to 100', async () => {
    const { ada } = await aCast(server);
    const [room, other] = [await aRoom(ada), await aRoom(ada)];
    for (const place of [room, other]) await ada.pins(await ada.says('The house rules', place));
    const { pageInfo } = await pinsIn(ada, room);
    await ada.isRefused('BAD_CURSOR', PINS, { id: other.id, after: pageInfo.endCursor });
    await ada.isRefused('BAD_CURSOR', PINS, { id: room.id, after: room.eventCursor });
    for (const first of [0, 101]) await ada.isRefused('BAD_USER_INPUT', PINS, { id: room.id, first });
  });

  it('of twenty rooms cost as many statements as of two', async () => {
    const { ada, ben } = await aCast(server);
    for (let n = 0; n < 20; n += 1) {
      const room = await aRoom(ada, [ben]);
      await ben.pins(await ada.says('The house rules', room));
    }
    const OWN =
      'query ($first: Int) { viewer { rooms(first: $first) { nodes { pins(first: 2) { nodes { body author { id } } } } } } }';
    const page = (first: number) => statementsDuring(server, () => ben.asks(OWN, { first }));
    await page(20);
    const short = await page(2);
    expect(await page(20)).toHaveLength(short.length);
  });
});

describe('a pin that waits', () => {
  it('is not set on a message that is deleted meanwhile', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('The house rules', room);
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ben, PIN, message),
      () => ada.deletes(message),
    );
    expect(first).toBe('FORBIDDEN');
    expect((await pinsIn(ada, room)).nodes).toEqual([]);
  });

  it('is gone with a message whose deletion waited', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const message = await ada.says('The house rules', room);
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ada, DELETE, message),
      () => ben.pins(message),
    );
    expect(first).toBe('done');
    expect((await pinsIn(ada, room)).nodes).toEqual([]);
  });

  it.each([PIN, UNPIN])('changes nothing for one who is removed meanwhile', async (change) => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben], 'PRIVATE');
    const message = await ada.says('The house rules', room);
    if (change === UNPIN) await ada.pins(message);
    const { first } = await oneAfterTheOther(
      server,
      () => outcome(ben, change, message),
      () => ada.removes(ben, room),
    );
    expect(first).toBe('NOT_FOUND');
    expect((await pinsIn(ada, room)).nodes).toHaveLength(change === UNPIN ? 1 : 0);
  });
});

/** What came of a request: its refusal's code, or that it was done. */
async function outcome(person: Person, query: string, { id }: { id: string }): Promise<string> {
  const { answer } = await exchange(server.url, query, { id }, person.bearer);
  return answer.errors?.[0]?.extensions.code ?? 'done';
}

async function pinsIn(
  reader: Person,
  { id }: RoomAnswer,
  page: { first?: number; after?: string | null } = {},
): Promise<Pins> {
  return (await reader.asks<{ room: { pins: Pins } }>(PINS, { id, ...page })).room.pins;
}
