import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Database } from '#server/database/index.js';
import { query } from '#server/database/dialect/index.js';
import {
  arrangementOf,
  changesSection,
  CREATE_SECTION,
  DELETE_SECTION,
  deletesSection,
  makesSection,
  MOVE_ROOMS,
  movesRooms,
  ordersRoomsBy,
  UPDATE_SECTION,
} from '../support/people/arrangement.js';
import { aCast } from '../support/people/cast.js';
import { Person, type RoomAnswer } from '../support/people/person.js';
import { prefers, stateOf } from '../support/people/reading.js';
import { aRoom } from '../support/people/room.js';
import { oneAfterTheOther } from '../support/servers/interleaving.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const BEGINNING = { order: 'ACTIVITY', sections: [], ownOrder: [] };

describe('the order of the list of rooms', () => {
  it('begins by activity, is kept on all devices, and is nobody else’s; a guest has one as well', async () => {
    const { ada, ben } = await aCast(server);
    const guest = await Person.entersAsGuest(server, 'Gus');
    for (const who of [ada, guest]) {
      expect(await arrangementOf(who)).toEqual(BEGINNING);
      expect(await ordersRoomsBy(who, 'NAME')).toEqual({ ...BEGINNING, order: 'NAME' });
    }
    expect(await arrangementOf(await Person.signsIn(server, ada.username))).toMatchObject({ order: 'NAME' });
    expect(await arrangementOf(ben)).toEqual(BEGINNING);
  });

  it('of one’s own has what was moved at the top, and the others behind as they stood', async () => {
    const { ada } = await aCast(server);
    const [garden, kitchen, library] = await threeRooms(ada);
    await movesRooms(ada, [garden, kitchen, library]);
    expect((await movesRooms(ada, [kitchen])).ownOrder).toEqual(ids(kitchen, garden, library));
    // One place down: what stands before it then, and it.
    expect((await movesRooms(ada, [garden, kitchen])).ownOrder).toEqual(ids(garden, kitchen, library));
    expect(await arrangementOf(ada)).toMatchObject({ order: 'ACTIVITY', ownOrder: ids(garden, kitchen, library) });
  });

  it('is what a list would be that each move takes to the front of, whatever is moved', async () => {
    const { ada } = await aCast(server);
    const all = await threeRooms(ada);
    const moves = fc.array(fc.subarray([...all], { minLength: 1 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(moves, async (some) => {
        let expected = (await movesRooms(ada, all)).ownOrder;
        for (const moved of some) {
          const front = ids(...moved);
          expected = [...front, ...expected.filter((id) => !front.includes(id))];
          expect((await movesRooms(ada, moved)).ownOrder).toEqual(expected);
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe('a section', () => {
  it('is made at the end, named in one line, and not made twice', async () => {
    const { ada } = await aCast(server);
    const work = await makesSection(ada, ' Work  things ');
    const home = await makesSection(ada, 'Home');
    expect(await makesSection(ada, 'WORK things')).toBe(work);
    const again = await Promise.all(Array.from({ length: 5 }, () => makesSection(ada, 'Clubs')));
    expect(new Set(again).size).toBe(1);
    expect((await arrangementOf(ada)).sections).toEqual([
      { id: work, name: 'Work things', roomIds: [] },
      { id: home, name: 'Home', roomIds: [] },
      { id: again[0], name: 'Clubs', roomIds: [] },
    ]);
  });

  it.each(['', '   ', 'a'.repeat(51), 'Wo\u200Brk', 'Work\nHome', '\u202EWork'])(
    'has a name that can be read: not %j',
    async (name) => {
      const { ada } = await aCast(server);
      const id = await makesSection(ada, 'Work');
      const refusal = await ada.isRefused('BAD_USER_INPUT', CREATE_SECTION, { name });
      expect(refusal.extensions).toMatchObject({ field: 'name' });
      await ada.isRefused('BAD_USER_INPUT', UPDATE_SECTION, { input: { sectionId: id, name } });
      expect((await arrangementOf(ada)).sections).toEqual([{ id, name: 'Work', roomIds: [] }]);
    },
  );

  it('is one of fifty at most', async () => {
    const { ada } = await aCast(server);
    for (let count = 0; count < 50; count += 1) await makesSection(ada, `Section ${String(count)}`);
    const refusal = await ada.isRefused('BAD_USER_INPUT', CREATE_SECTION, { name: 'One more' });
    expect(refusal.extensions).toMatchObject({ field: 'name' });
    expect((await arrangementOf(ada)).sections).toHaveLength(50);
  });

  it('can have another name, but not that of another one, and another place', async () => {
    const { ada } = await aCast(server);
    const [work, home, clubs] = [
      await makesSection(ada, 'Work'),
      await makesSection(ada, 'Home'),
      await makesSection(ada, 'Clubs'),
    ];
    await changesSection(ada, home, { name: 'HOME' });
    await ada.isRefused('CONFLICT', UPDATE_SECTION, { input: { sectionId: home, name: 'work' } });
    await ada.isRefused('BAD_USER_INPUT', UPDATE_SECTION, { input: { sectionId: home, place: -1 } });
    const order = async (id: string, place: number) =>
      (await changesSection(ada, id, { place })).sections.map(({ name }) => name);
    expect(await order(clubs, 0)).toEqual(['Clubs', 'Work', 'HOME']);
    expect(await order(clubs, 1)).toEqual(['Work', 'Clubs', 'HOME']);
    expect(await order(work, 99)).toEqual(['Clubs', 'HOME', 'Work']);
  });

  it('has rooms that stand in it alone; a favourite that is moved is one no more, and one that is made later stays in it', async () => {
    const { ada } = await aCast(server);
    const [work, home] = [await makesSection(ada, 'Work'), await makesSection(ada, 'Home')];
    const room = await aRoom(ada);
    await prefers(ada, room, { isFavourite: true, isMuted: true });
    await movesRooms(ada, [room], work);
    expect(await stateOf(ada, room)).toMatchObject({ isFavourite: false, isMuted: true });
    expect((await movesRooms(ada, [room], home)).sections.map(({ roomIds }) => roomIds)).toEqual([[], [room.id]]);
    await prefers(ada, room, { isFavourite: true });
    expect((await arrangementOf(ada)).sections.map(({ roomIds }) => roomIds)).toEqual([[], [room.id]]);
    // An order among the favourites is no reason to be none.
    await movesRooms(ada, [room]);
    expect(await stateOf(ada, room)).toMatchObject({ isFavourite: true });
    expect((await movesRooms(ada, [room], null)).sections.map(({ roomIds }) => roomIds)).toEqual([[], []]);
    expect(await stateOf(ada, room)).toMatchObject({ isFavourite: false, isMuted: true });
  });

  it('that is deleted gives its rooms back; another one keeps its own', async () => {
    const { ada, ben } = await aCast(server);
    const [work, home] = [await makesSection(ada, 'Work'), await makesSection(ada, 'Home')];
    const his = await makesSection(ben, 'Work');
    const [garden, kitchen] = await threeRooms(ada);
    await ada.adds(ben, garden);
    await movesRooms(ada, [garden], work);
    await movesRooms(ada, [kitchen], home);
    await movesRooms(ben, [garden], his);
    expect((await deletesSection(ada, work)).sections).toEqual([{ id: home, name: 'Home', roomIds: [kitchen.id] }]);
    expect((await arrangementOf(ben)).sections).toEqual([{ id: his, name: 'Work', roomIds: [garden.id] }]);
    await ada.isRefused('NOT_FOUND', DELETE_SECTION, { sectionId: work });
    expect((await movesRooms(ada, [garden], home)).sections[0]?.roomIds).toHaveLength(2);
  });

  it('of somebody else is not there', async () => {
    const { ada, otto } = await aCast(server);
    const work = await makesSection(ada, 'Work');
    const room = await aRoom(otto);
    for (const [mutation, variables] of [
      [UPDATE_SECTION, { input: { sectionId: work, name: 'Mine' } }],
      [DELETE_SECTION, { sectionId: work }],
      [MOVE_ROOMS, { input: { roomIds: [room.id], sectionId: work } }],
      [MOVE_ROOMS, { input: { roomIds: [room.id], sectionId: 'nonsense' } }],
    ] as const)
      await otto.isRefused('NOT_FOUND', mutation, variables);
    expect(await arrangementOf(otto)).toEqual(BEGINNING);
    expect((await arrangementOf(ada)).sections).toEqual([{ id: work, name: 'Work', roomIds: [] }]);
  });
});

describe('rooms that are moved', () => {
  it('are one’s own: others are passed over, and nothing is told of them', async () => {
    const { ada, otto } = await aCast(server);
    const secret = await aRoom(ada, [], 'PRIVATE');
    const own = await aRoom(otto);
    const work = await makesSection(otto, 'Work');
    const moved = await movesRooms(otto, [secret, own, own, { id: 'nonsense' }, { id: '' }], work);
    expect(moved).toMatchObject({ sections: [{ roomIds: [own.id] }], ownOrder: [own.id] });
  });

  it('are a thousand at most', async () => {
    const { ada } = await aCast(server);
    const roomIds = Array.from({ length: 1001 }, (_, count) => String(count));
    const refusal = await ada.isRefused('BAD_USER_INPUT', MOVE_ROOMS, { input: { roomIds } });
    expect(refusal.extensions).toMatchObject({ field: 'roomIds' });
  });

  it('are in no section after they were left and joined again', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ben, [ada]);
    const work = await makesSection(ada, 'Work');
    await movesRooms(ada, [room], work);
    await ada.leaves(room);
    expect(await arrangementOf(ada)).toMatchObject({ sections: [{ roomIds: [] }], ownOrder: [] });
    await ada.joins(room);
    expect(await arrangementOf(ada)).toMatchObject({ sections: [{ roomIds: [] }], ownOrder: [] });
  });

  it('into a section that another device deletes at the same moment are in none, whichever comes first', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    for (const isMovedFirst of [true, false]) {
      const work = await makesSection(ada, 'Work');
      const moves = () => movesRooms(ada, [room], work).catch(() => null);
      const deletes = () => deletesSection(ada, work);
      await (isMovedFirst ? oneAfterTheOther(server, moves, deletes) : oneAfterTheOther(server, deletes, moves));
      expect((await arrangementOf(ada)).sections).toEqual([]);
      expect(await sectionsOfStates()).toEqual([]);
    }
  });
});

async function threeRooms(owner: Person): Promise<readonly [RoomAnswer, RoomAnswer, RoomAnswer]> {
  return [await aRoom(owner), await aRoom(owner), await aRoom(owner)];
}

function ids(...some: readonly { readonly id: string }[]): string[] {
  return some.map(({ id }) => id);
}

/** Rooms that are in a section that is not there. */
async function sectionsOfStates(): Promise<unknown[]> {
  return server.app
    .get(Database)
    .rows(
      query(
        'select 1 from room_state where section_id is not null and section_id not in (select id from room_section)',
      ),
      [],
    );
}
