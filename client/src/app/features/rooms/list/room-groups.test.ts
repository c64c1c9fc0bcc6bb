import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RoomArrangement, RoomOrder } from '../../../core/graphql/model';
import { withRoomsMoved } from './arrangement-changes';
import { ranksByName } from './name-ranks';
import { groupsOf, topWith } from './room-groups';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

interface Room {
  readonly id: string;
  readonly name: string;
  readonly people: readonly string[] | null;
  readonly isFavourite: boolean;
  readonly isArchived: boolean;
}

/** "a b* c@ d-": b is a favourite, c a direct message, d archived. */
function rooms(text: string): Room[] {
  return text.split(' ').map((word) => ({
    id: word.charAt(0),
    name: word.charAt(0),
    people: word.includes('@') ? [] : null,
    isFavourite: word.includes('*'),
    isArchived: word.includes('-'),
  }));
}

function arrangement(order: RoomOrder, sections: Record<string, string> = {}, ownOrder = ''): RoomArrangement {
  return {
    order,
    sections: Object.entries(sections).map(([name, ids]) => ({ id: name, name, roomIds: Array.from(ids) })),
    ownOrder: Array.from(ownOrder),
  };
}

/** "favourites: b, rooms: ca". */
function shown(list: readonly Room[], how: RoomArrangement): string {
  const ranks = ranksByName(list);
  return groupsOf(list, how, (id) => ranks.get(id) ?? 0)
    .filter((group) => group.rooms.length > 0)
    .map((group) => `${group.id}: ${group.rooms.map(({ id }) => id).join('')}`)
    .join(', ');
}

test('each room stands in one group: the archive before all, then the favourites, then its section', () => {
  const list = rooms('a b* c@ d- e f*-');
  expect(shown(list, arrangement('ACTIVITY'))).toBe('favourites: b, rooms: ae, direct: c, archived: df');
  expect(shown(list, arrangement('ACTIVITY', { work: 'abdc' }))).toBe(
    'favourites: b, work: ac, rooms: e, archived: df',
  );
});

test('sections stand between the favourites and all others, in their order, and empty ones are there', () => {
  const groups = groupsOf(rooms('a'), arrangement('NAME', { work: '', home: 'a' }), () => 0);
  expect(groups.map(({ id }) => id)).toEqual(['favourites', 'work', 'home', 'rooms', 'direct', 'archived']);
});

test('rooms stand by activity, by name, or as the viewer put them with all others behind, by name', () => {
  const list = rooms('c a d b');
  expect(shown(list, arrangement('ACTIVITY', {}, 'da'))).toBe('rooms: cadb');
  expect(shown(list, arrangement('NAME', {}, 'da'))).toBe('rooms: abcd');
  expect(shown(list, arrangement('OWN', {}, 'da'))).toBe('rooms: dabc');
});

test('numbers in names are numbers, and neither case nor accents matter', () => {
  const names = ['Room 10', 'room 9', 'Émile', 'eta', 'Zoo'];
  const ranks = ranksByName(names.map((name) => ({ id: name, name })));
  expect(names.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))).toEqual([
    'Émile',
    'eta',
    'room 9',
    'Room 10',
    'Zoo',
  ]);
});

test('what is put to a place comes to stand there, and the others keep their order; whatever was put somewhere before', () => {
  const list = rooms(IDS.join(' '));
  const order = fc.shuffledSubarray(IDS);
  fc.assert(
    fc.property(order, fc.constantFrom(...IDS), fc.nat({ max: IDS.length - 1 }), (own, moved, to) => {
      const before = arrangement('OWN', {}, own.join(''));
      const seen = shown(list, before).replace('rooms: ', '').split('');
      const after = withRoomsMoved(topWith(seen, moved, to), undefined)(before);
      const expected = seen.filter((id) => id !== moved).toSpliced(to, 0, moved);
      expect(shown(list, after)).toBe(`rooms: ${expected.join('')}`);
    }),
  );
});

test('a room that is moved into a section stands in no other one', () => {
  const before = arrangement('OWN', { work: 'ab', home: 'c' }, 'abc');
  expect(withRoomsMoved(['b'], 'home')(before)).toEqual(arrangement('OWN', { work: 'a', home: 'cb' }, 'bac'));
  expect(withRoomsMoved(['b'], null)(before)).toEqual(arrangement('OWN', { work: 'a', home: 'c' }, 'bac'));
  expect(withRoomsMoved(['b'], undefined)(before)).toEqual(arrangement('OWN', { work: 'ab', home: 'c' }, 'bac'));
});
