import { expect, test } from 'vitest';
import type { Room } from '../core/graphql/model';
import { toRoomPage, withNextPage } from './room-page';

const room = (id: string): Room => ({
  ...{ id, kind: 'CHANNEL', name: id, topic: '', visibility: 'PUBLIC', posting: 'EVERYONE' },
  ...{ slowModeSeconds: 0, keepMessagesDays: null, archivedAt: null },
  ...{ memberCount: 1 },
});
const read = (ids: string, endCursor: string, hasNextPage: boolean) =>
  toRoomPage({ nodes: Array.from(ids, room), pageInfo: { endCursor, hasNextPage } });
const ids = (list: ReturnType<typeof read>): string => list.rooms.map(({ id }) => id).join('');

test('a list goes on with the next page until there is none', () => {
  const list = withNextPage(read('ab', 'after b', true), 'after b', read('cd', 'after d', false));
  expect(ids(list)).toBe('abcd');
  expect(list.endCursor).toBe(null);
});

test('a page that was asked for twice comes once', () => {
  const next = read('cd', 'after d', true);
  const list = withNextPage(read('ab', 'after b', true), 'after b', next);
  expect(withNextPage(list, 'after b', next)).toBe(list);
});

test('a room that is known already keeps its place', () => {
  expect(ids(withNextPage(read('cab', 'after b', true), 'after b', read('cd', 'after d', false)))).toBe('cabd');
});
