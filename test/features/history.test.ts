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
    ${PAGE_INFO} edges { cursor node { number body } }
  } }
}`;
const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 });

interface Entry {
  readonly number: number;
  readonly body: string;
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
