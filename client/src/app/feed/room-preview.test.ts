import { expect, test } from 'vitest';
import type { FeedEvent, Room } from '../core/graphql/model';
import { previewAfter } from './room-preview';

const at = '2026-11-21T18:00:00.000Z';
const room: Room = {
  ...{ id: 'cellar', kind: 'CHANNEL', name: 'Cellar', topic: '', visibility: 'PUBLIC', memberCount: 1 },
  ...{ posting: 'EVERYONE', slowModeSeconds: 0, keepMessagesDays: null, archivedAt: null },
};
const seen = { roomId: 'cellar', room, isStale: false };
const base = { id: 'h1', at, actor: null, roomId: 'cellar' };

const changed = (listed: Room | null): FeedEvent => ({ __typename: 'PublicRoomChanged', ...base, listed });
const removed: FeedEvent = { __typename: 'PublicRoomRemoved', ...base };

test('a room that is looked at from outside has its new name at once', () => {
  const renamed = { ...room, name: 'Vault' };
  expect(previewAfter(seen, changed(renamed))).toEqual({ ...seen, room: renamed });
});

test('one that is no longer listed is read anew, and shown until then', () => {
  expect(previewAfter(seen, removed)).toEqual({ ...seen, isStale: true });
  expect(previewAfter(seen, changed(null))).toEqual({ ...seen, isStale: true });
});

test('one that could not be seen is there once it is public', () => {
  const added: FeedEvent = { __typename: 'PublicRoomAdded', ...base, listed: room };
  expect(previewAfter({ ...seen, room: null }, added)).toEqual(seen);
});

test('what happens to another room changes nothing', () => {
  const other = { ...seen, roomId: 'attic' };
  for (const event of [changed(room), changed(null), removed]) expect(previewAfter(other, event)).toBe(other);
});
