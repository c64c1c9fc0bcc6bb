import { expect, test } from 'vitest';
import { person } from '../../feed/test/tiny-server';
import { noticeText } from './notice-text';

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

test('the first who came in made the room', () => {
  expect(noticeText({ ...base, seq: 1, kind: 'joined', actor: person('Ben') })).toBe('Ben created the room.');
});
