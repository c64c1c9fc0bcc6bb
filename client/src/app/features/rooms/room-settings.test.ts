import { expect, test } from 'vitest';
import {
  changesTo,
  followed,
  type RoomSettings,
  retentionWarning,
  settingsRights,
  visibilityWarning,
} from './room-settings';

test.each([
  ['OWNER', false, ['canEdit', 'canMakePublic', 'canMakePrivate', 'canSetRetention', 'canArchive', 'canDelete']],
  ['OWNER', true, ['canEdit', 'canMakePublic', 'canSetRetention', 'canArchive', 'canDelete']],
  ['MODERATOR', false, ['canEdit']],
  ['MODERATOR', true, ['canEdit']],
  ['MEMBER', false, []],
  ['MEMBER', true, []],
  [null, false, []],
  [null, true, []],
] as const)('to a viewer who is %s (a guest: %s), %j is offered', (role, isGuest, rights) => {
  const offered = Object.entries(settingsRights(role, { isGuest })).filter(([, isOffered]) => isOffered);
  expect(offered.map(([right]) => right)).toEqual(rights);
});

const room: RoomSettings = {
  ...{ name: 'Kitchen', topic: 'Tea', visibility: 'PUBLIC', posting: 'EVERYONE' },
  ...{ slowModeSeconds: 0, keepMessagesDays: null },
};

test('what was not touched is not sent', () => {
  expect(changesTo(room, room)).toEqual({});
  expect(changesTo(room, { ...room, topic: '' })).toEqual({ topic: '' });
  const draft = {
    ...room,
    name: 'Scullery',
    visibility: 'PRIVATE',
    posting: 'MODERATORS',
    slowModeSeconds: 30,
    keepMessagesDays: 90,
  } as const;
  const { topic: untouched, ...touched } = draft;
  expect(changesTo(room, draft)).toEqual(touched);
  expect(untouched).toBe('Tea');
});

test('a field follows the room until somebody types in it', () => {
  expect(followed('Kitchen')).toBe('Kitchen');
  expect(followed('Scullery', { source: 'Kitchen', value: 'Kitchen' })).toBe('Scullery');
  expect(followed('Scullery', { source: 'Kitchen', value: 'Pantr' })).toBe('Pantr');
});

test('who makes a room private or public reads first what that means', () => {
  expect(visibilityWarning('PUBLIC', 'PRIVATE')).toMatch('Guests');
  expect(visibilityWarning('PRIVATE', 'PUBLIC')).toMatch('before');
  expect(visibilityWarning('PUBLIC', 'PUBLIC')).toBe(null);
});

test('who has messages kept for less reads first that they go', () => {
  expect(retentionWarning(null, 30, null)).toMatch('older than 30 days');
  expect(retentionWarning(90, 30, null)).toMatch('30 days');
  expect(retentionWarning(null, 365, 400)).toMatch('1 year');
  for (const [before, now, ofServer] of [
    [null, null, null],
    [30, 30, null],
    [30, 90, null],
    [30, null, null],
    [null, 90, 90],
    [120, null, 90],
  ] as const)
    expect(retentionWarning(before, now, ofServer)).toBe(null);
});
