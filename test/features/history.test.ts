import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { type Page, PAGE_INFO, type PageArguments, walkBackward, walkForward } from '../support/requests/pages.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const { ada, otto } = await aCast(server);
const room = await aRoom(ada);
const COUNT = 57;
for (let n = 1; n <= COUNT; n += 1) await ada.says(`Message ${String(n)}`, room);
const all = Array.from({ length: COUNT }, (_, index) => index + 1);

const HISTORY = `query ($id: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  room(id: $id) { messages(first: $first, after: $after, last: $last, before: $before) {
    ${PAGE_INFO} edges { cursor node { number body createdAt } }
  } }
}`;
const AROUND = `query ($id: ID!, $number: Int!, $count: Int) {
  room(id: $id) { page: messagesAround(number: $number, count: $count) {
    ${PAGE_INFO} edges { cursor node { number body createdAt } }
  } }
}`;
const AT = `query ($id: ID!, $time: DateTime!, $count: Int) {
  room(id: $id) { page: messagesAt(time: $time, count: $count) {
    ${PAGE_INFO} edges { cursor node { number body createdAt } }
  } }
}`;
const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 });

interface Entry {
  readonly number: number;
  readonly body: string;
  readonly createdAt: string;
}

describe('a room’s history', () => {
  it('walked forward or backward, in pages of any size, gives 1 to n once each', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async (asked) => {
        expect(numbers(await walkForward(page, asked))).toEqual(all);
        expect(numbers(await walkBackward(page, asked))).toEqual(all);
      }),
      { numRuns: 10 },
    );
  });

  it('from any message on has what is before it and what is after it', async () => {
    const { edges } = await page({ first: 100 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: COUNT }), fc.integer({ min: 1, max: 20 }), async (number, size) => {
        const cursor = edges[number - 1]?.cursor ?? '';
        const older = await page({ last: size, before: cursor });
        const newer = await page({ first: size, after: cursor });
        expect(numbersOn(older)).toEqual(all.slice(Math.max(0, number - 1 - size), number - 1));
        expect(numbersOn(newer)).toEqual(all.slice(number, number + size));
        expect(older.pageInfo.hasPreviousPage).toBe(number - 1 > size);
        expect(newer.pageInfo.hasNextPage).toBe(COUNT - number > size);
      }),
      { numRuns: 25 },
    );
  });

  it('begins with the newest 50, oldest first', async () => {
    expect(numbersOn(await page({}))).toEqual(all.slice(-50));
    expect(numbersOn(await page({ first: 2 }))).toEqual([1, 2]);
    expect(numbersOn(await page({ last: 2 }))).toEqual([COUNT - 1, COUNT]);
  });

  it('around a message has half of the page on each side, and more on one where the room ends on the other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -5, max: COUNT + 5 }),
        fc.integer({ min: 1, max: 100 }),
        async (number, count) => {
          const around = await pageAround({ number, count });
          const size = Math.min(count, COUNT);
          const from = Math.max(1, Math.min(number - Math.floor(count / 2), COUNT - size + 1));
          expect(numbersOn(around)).toEqual(all.slice(from - 1, from - 1 + size));
          expect(around.pageInfo.hasPreviousPage).toBe(from > 1);
          expect(around.pageInfo.hasNextPage).toBe(from + size - 1 < COUNT);
          if (number >= 1 && number <= COUNT) expect(numbersOn(around)).toContain(number);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('goes on both ways from the middle', async () => {
    const { pageInfo } = await pageAround({ number: 30, count: 10 });
    expect(numbersOn(await page({ last: 3, before: pageInfo.startCursor }))).toEqual([22, 23, 24]);
    expect(numbersOn(await page({ first: 3, after: pageInfo.endCursor }))).toEqual([35, 36, 37]);
  });

  it('around a message is for members alone, in pages of 1 to 100', async () => {
    expect(await otto.asks(AROUND, { id: room.id, number: 1 })).toEqual({ room: { page: null } });
    expect(await otto.asks(AT, { id: room.id, time: new Date().toISOString() })).toEqual({ room: { page: null } });
    for (const count of [0, 101]) await ada.isRefused('BAD_USER_INPUT', AROUND, { id: room.id, number: 1, count });
    expect(numbersOn(await pageAround({ number: 57, count: null }))).toEqual(all.slice(-50));
  });

  it('at a time is around the first message that was sent then or later', async () => {
    const { edges } = await page({ first: 100 });
    const times = edges.map(({ node }) => node.createdAt);
    for (const number of [1, 2, 30, COUNT]) {
      const time = times[number - 1] ?? '';
      const first = times.findIndex((other) => other >= time) + 1;
      expect(numbersOn(await pageAt(time, 1))).toEqual([first]);
    }
    expect(numbersOn(await pageAt('2020-01-01T00:00:00.000Z', 3))).toEqual([1, 2, 3]);
    expect(numbersOn(await pageAt('2120-01-01T00:00:00.000Z', 3))).toEqual([COUNT - 2, COUNT - 1, COUNT]);
  });

  it('goes on from its end when something new was said', async () => {
    const own = await aRoom(ada);
    const ask = async (args: PageArguments) =>
      (await ada.asks<{ room: { messages: Page<Entry> } }>(HISTORY, { ...args, id: own.id })).room.messages;
    await ada.says('One', own);
    const { pageInfo } = await ask({});
    expect(numbersOn(await ask({ first: 10, after: pageInfo.endCursor }))).toEqual([]);
    await ada.says('Two', own);
    expect(numbersOn(await ask({ first: 10, after: pageInfo.endCursor }))).toEqual([2]);
  });

  it('of a room where nothing was said is empty', async () => {
    const { id } = await aRoom(ada);
    const empty = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
    for (const args of [{}, { first: 1 }, { last: 100 }]) {
      expect(await ada.asks(HISTORY, { ...args, id })).toEqual({ room: { messages: { edges: [], pageInfo: empty } } });
    }
  });

  it('is read in one direction at a time, in pages of 1 to 100', async () => {
    const cursor = (await page({ first: 1 })).pageInfo.endCursor;
    const mixed = [
      { first: 1, last: 1 },
      { first: 1, before: cursor },
      { last: 1, after: cursor },
      { after: cursor, before: cursor },
    ];
    const outOfBounds = [{ first: 0 }, { last: 0 }, { first: 101 }, { last: 101 }, { last: -5 }];
    for (const args of [...mixed, ...outOfBounds]) {
      await ada.isRefused('BAD_USER_INPUT', HISTORY, { ...args, id: room.id });
    }
  });

  it('takes no cursor of another room or list, nor one that a client made', async () => {
    const other = await aRoom(ada);
    await ada.says('Elsewhere', other);
    const { room: elsewhere } = await ada.asks<{ room: { messages: Page<Entry> } }>(HISTORY, { id: other.id });
    for (const cursor of [elsewhere.messages.pageInfo.endCursor, room.eventCursor, 'garbage', '']) {
      await ada.isRefused('BAD_CURSOR', HISTORY, { id: room.id, first: 1, after: cursor });
      await ada.isRefused('BAD_CURSOR', HISTORY, { id: room.id, last: 1, before: cursor });
    }
  });

  it('is not for an outsider, also not with a cursor of it', async () => {
    const { endCursor } = (await page({ first: 1 })).pageInfo;
    expect(await otto.asks(HISTORY, { id: room.id, after: endCursor })).toEqual({ room: { messages: null } });
  });
});

async function page(args: PageArguments): Promise<Page<Entry>> {
  return (await ada.asks<{ room: { messages: Page<Entry> } }>(HISTORY, { ...args, id: room.id })).room.messages;
}

function numbersOn({ edges }: Page<Entry>): number[] {
  return numbers(edges.map(({ node }) => node));
}

/** Of messages that say what their number is; a page out of step with its bodies would show here. */
function numbers(messages: readonly Entry[]): number[] {
  return messages.map(({ number, body }) => {
    if (!['Two', 'One', `Message ${String(number)}`].includes(body)) throw new Error(`${String(number)} says ${body}.`);
    return number;
  });
}

async function pageAround(args: { number: number; count: number | null }): Promise<Page<Entry>> {
  return (await ada.asks<{ room: { page: Page<Entry> } }>(AROUND, { ...args, id: room.id })).room.page;
}

async function pageAt(time: string, count: number): Promise<Page<Entry>> {
  return (await ada.asks<{ room: { page: Page<Entry> } }>(AT, { time, count, id: room.id })).room.page;
}
