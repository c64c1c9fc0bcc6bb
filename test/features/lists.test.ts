import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aName } from '../support/people/accounts.js';
import { aCast } from '../support/people/cast.js';
import { type Page, PAGE_INFO, type PageArguments, walkForward } from '../support/requests/pages.js';
import { Person, type RoomAnswer } from '../support/people/person.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const { ada, ben } = await aCast(server);
const word = aName().replace('-', '');
const PUBLIC = 8;
const rooms = await roomsOfAda(12);
const [crowded] = rooms;
if (!crowded) throw new Error('Ada has no rooms.');
const members = [ada.id, ...(await guestsIn(crowded, 9))];

const pageSizes = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 4 });
const ARGS = '($first: Int, $after: Cursor';
const CONNECTION = `{ totalCount ${PAGE_INFO} edges { cursor node { id name } } }`;
const MEMBERS = `query ${ARGS}, $id: ID!) { room(id: $id) { members(first: $first, after: $after) {
  totalCount ${PAGE_INFO} edges { cursor node { user { id } } }
} } }`;
const ROOMS = `query ${ARGS}, $word: String) { rooms(query: $word, first: $first, after: $after) ${CONNECTION} }`;
const OWN_ROOMS = `query ${ARGS}) { viewer { rooms(first: $first, after: $after) ${CONNECTION} } }`;

interface RoomPage extends Page<{ id: string; name: string }> {
  readonly totalCount: number;
}

describe('walking a list page by page gives every entry once, whatever the size of the pages', () => {
  it('for the rooms that one may see, by name', async () => {
    const byName = rooms.map(({ name }) => name).toSorted();
    await fc.assert(
      fc.asyncProperty(pageSizes, async (sizes) => {
        expect((await walkForward(pageOfRooms, sizes)).map(({ name }) => name)).toEqual(byName);
      }),
      { numRuns: 12 },
    );
  });

  it('for one’s own rooms, those with the newest activity first', async () => {
    const [first] = rooms;
    if (first) await ada.says('The newest of all', first);
    const newestFirst = [
      first?.id,
      ...rooms
        .slice(1)
        .reverse()
        .map(({ id }) => id),
    ];
    await fc.assert(
      fc.asyncProperty(pageSizes, async (sizes) => {
        expect((await walkForward(pageOfOwnRooms, sizes)).map(({ id }) => id)).toEqual(newestFirst);
      }),
      { numRuns: 12 },
    );
  });

  it('for the members of a room, those who have been there longest first', async () => {
    await fc.assert(
      fc.asyncProperty(pageSizes, async (sizes) => {
        expect((await walkForward(pageOfMembers, sizes)).map(({ user }) => user.id)).toEqual(members);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a page', () => {
  it('says how many there are in all', async () => {
    expect((await pageOfRooms({ first: 1 })).totalCount).toBe(rooms.length);
    expect((await pageOfOwnRooms({ first: 1 })).totalCount).toBe(rooms.length);
    expect((await pageOfMembers({ first: 1 })).totalCount).toBe(members.length);
  });

  it('has 1 to 100 entries, 50 where nothing is said', async () => {
    for (const first of [0, -1, 101, 2_147_483_647]) {
      await ada.isRefused('BAD_USER_INPUT', ROOMS, { first, word });
      await ada.isRefused('BAD_USER_INPUT', OWN_ROOMS, { first });
      await ada.isRefused('BAD_USER_INPUT', MEMBERS, { first, id: crowded.id });
    }
    for (const args of [{ first: 100 }, {}, { first: null }]) {
      expect((await ada.asks<{ rooms: RoomPage }>(ROOMS, { word, ...args })).rooms.edges).toHaveLength(rooms.length);
    }
  });

  it('of an empty list has no cursors', async () => {
    const { viewer } = await ben.asks<{ viewer: { rooms: RoomPage } }>(OWN_ROOMS, {});
    expect(viewer.rooms).toEqual({
      totalCount: 0,
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });
});

describe('a cursor', () => {
  it('is good for its own list alone', async () => {
    const other = rooms[1]?.id;
    const cursors = {
      rooms: (await pageOfRooms({ first: 1 })).pageInfo.endCursor,
      own: (await pageOfOwnRooms({ first: 1 })).pageInfo.endCursor,
      members: (await pageOfMembers({ first: 1 })).pageInfo.endCursor,
      feed: crowded.eventCursor,
    };
    await refusesAll(ROOMS, { word }, [cursors.own, cursors.members, cursors.feed]);
    await refusesAll(OWN_ROOMS, {}, [cursors.rooms, cursors.members, cursors.feed]);
    await refusesAll(MEMBERS, { id: crowded.id }, [cursors.rooms, cursors.own, cursors.feed]);
    await refusesAll(MEMBERS, { id: other }, [cursors.members]);
  });

  it('is never made by a client', async () => {
    const { endCursor } = (await pageOfRooms({ first: 1 })).pageInfo;
    const changed = `${(endCursor ?? '').slice(0, -2)}AA`;
    const garbage = [
      changed,
      '',
      'x',
      'ÿ',
      '\0',
      'a'.repeat(10_000),
      Buffer.from('[1,"rooms","a","b"]').toString('base64url'),
    ];
    await refusesAll(ROOMS, { word }, garbage);
  });

  it('names no person: whoever may see the list may go on from it', async () => {
    const { endCursor } = (await pageOfRooms({ first: 1 })).pageInfo;
    const { rooms: rest } = await ben.asks<{ rooms: RoomPage }>(ROOMS, { word, after: endCursor });
    expect(rest.edges).toHaveLength(PUBLIC - 1);
  });
});

async function refusesAll(query: string, more: object, cursors: readonly (string | null)[]): Promise<void> {
  for (const after of cursors) await ada.isRefused('BAD_CURSOR', query, { ...more, after });
}

async function pageOfRooms(args: PageArguments): Promise<RoomPage> {
  return (await ada.asks<{ rooms: RoomPage }>(ROOMS, { ...args, word })).rooms;
}

async function pageOfOwnRooms(args: PageArguments): Promise<RoomPage> {
  return (await ada.asks<{ viewer: { rooms: RoomPage } }>(OWN_ROOMS, { ...args })).viewer.rooms;
}

async function pageOfMembers(args: PageArguments) {
  type Members = Page<{ user: { id: string } }> & { readonly totalCount: number };
  return (await ada.asks<{ room: { members: Members } }>(MEMBERS, { ...args, id: crowded?.id })).room.members;
}

/** Rooms in the order of their making; some share a name with another, as private rooms may. */
async function roomsOfAda(count: number): Promise<RoomAnswer[]> {
  const made: RoomAnswer[] = [];
  for (let n = 0; n < count; n += 1) {
    made.push(await ada.creates(`${word} ${String(n % PUBLIC)}`, n < PUBLIC ? 'PUBLIC' : 'PRIVATE'));
  }
  return made;
}

async function guestsIn(room: RoomAnswer, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const guest = await Person.entersAsGuest(server, aName());
    await guest.joins(room);
    ids.push(guest.id);
  }
  return ids;
}
