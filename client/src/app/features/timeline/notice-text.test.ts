import { expect, test } from 'vitest';
import type { RoomChange } from '../../core/graphql/model';
import { person } from '../../feed/test/tiny-server';
import { noticeText } from './notice-text';

const UNCHANGED = { visibility: null, posting: null, slowModeSeconds: null, keepMessagesDays: null };
const base = { id: 'e1', seq: 2, at: '2026-11-21T18:00:00.000Z', user: person('Ben'), role: null };

test.each([
  [{ kind: 'joined' as const, actor: person('Ben') }, 'Ben joined.'],
  [{ kind: 'joined' as const, actor: person('Ada') }, 'Ada added Ben.'],
  [{ kind: 'left' as const, actor: person('Ben') }, 'Ben left.'],
  [{ kind: 'left' as const, actor: person('Ada') }, 'Ada removed Ben.'],
  [{ kind: 'left' as const, actor: null }, 'Ben left.'],
  [{ kind: 'role' as const, actor: person('Ada'), role: 'MODERATOR' as const }, 'Ada made Ben a moderator.'],
  [{ kind: 'role' as const, actor: person('Ada'), role: 'MEMBER' as const }, 'Ada removed Ben as a moderator.'],
  [{ kind: 'role' as const, actor: person('Ada'), role: 'OWNER' as const }, 'Ada made Ben the owner.'],
  [{ kind: 'role' as const, actor: null, role: 'OWNER' as const }, 'Ben is now the owner.'],
  [{ kind: 'role' as const, actor: person('Ada') }, 'Ada changed Ben’s role.'],
  [{ kind: 'role' as const, actor: null }, 'Ben now has a different role.'],
])('%j is told in plain words', (change, sentence) => {
  expect(noticeText({ ...base, ...change })).toBe(sentence);
});

test.each([
  [['NAME'] as const, null, 'Ada renamed the room.'],
  [['TOPIC'] as const, null, 'Ada changed the topic.'],
  [['VISIBILITY'] as const, 'PRIVATE' as const, 'Ada made the room private.'],
  [['VISIBILITY'] as const, 'PUBLIC' as const, 'Ada made the room public.'],
  [['NAME', 'TOPIC'] as const, null, 'Ada renamed the room and changed the topic.'],
  [['TOPIC', 'VISIBILITY'] as const, 'PUBLIC' as const, 'Ada made the room public and changed the topic.'],
  [
    ['NAME', 'TOPIC', 'VISIBILITY'] as const,
    'PRIVATE' as const,
    'Ada renamed the room, made it private and changed the topic.',
  ],
])('%j of the room is told in plain words', (changes, visibility, sentence) => {
  const { id, seq, at } = base;
  const told = { ...UNCHANGED, id, seq, at, kind: 'changed', actor: person('Ada'), changes, visibility } as const;
  expect(noticeText(told)).toBe(sentence);
});

test.each([
  [['POSTING'] as const, { posting: 'MODERATORS' as const }, 'Ada let only the owner and moderators post.'],
  [['POSTING'] as const, { posting: 'EVERYONE' as const }, 'Ada let everyone post.'],
  [['SLOW_MODE'] as const, { slowModeSeconds: 90 }, 'Ada set slow mode to 90 seconds.'],
  [['SLOW_MODE'] as const, { slowModeSeconds: 3600 }, 'Ada set slow mode to 1 hour.'],
  [['SLOW_MODE'] as const, { slowModeSeconds: 0 }, 'Ada turned off slow mode.'],
  [['RETENTION'] as const, { keepMessagesDays: 30 }, 'Ada set messages to be deleted after 30 days.'],
  [['RETENTION'] as const, { keepMessagesDays: 365 }, 'Ada set messages to be deleted after 1 year.'],
  [['RETENTION'] as const, { keepMessagesDays: null }, 'Ada turned off the deletion of old messages.'],
  [
    ['POSTING', 'SLOW_MODE'] as const,
    { posting: 'EVERYONE' as const, slowModeSeconds: 120 },
    'Ada let everyone post and set slow mode to 2 minutes.',
  ],
  [['ARCHIVED'] as const, {}, 'Ada archived the room.'],
  [['UNARCHIVED'] as const, {}, 'Ada took the room out of the archive.'],
])('%j of who may say what is told in plain words', (changes, made, sentence) => {
  const { id, seq, at } = base;
  const told = { ...UNCHANGED, id, seq, at, kind: 'changed', actor: person('Ada'), changes, ...made } as const;
  expect(noticeText(told)).toBe(sentence);
});

test('what only a newer server can change is told all the same', () => {
  const { id, seq, at } = base;
  const changes = ['COLOUR'] as unknown as RoomChange[];
  const told = { ...UNCHANGED, id, seq, at, kind: 'changed', actor: person('Ada'), changes } as const;
  expect(noticeText(told)).toBe('Ada changed the room.');
});

test('the first who came in made the room', () => {
  expect(noticeText({ ...base, seq: 1, kind: 'joined', actor: person('Ben') })).toBe('Ben created the room.');
});
