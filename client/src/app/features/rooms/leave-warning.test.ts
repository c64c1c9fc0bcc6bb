import { expect, test } from 'vitest';
import { leaveWarning } from './leave-warning';

test('a member of a public room may come back', () => {
  expect(leaveWarning({ visibility: 'PUBLIC', memberCount: 3, role: 'MEMBER' })).toBe(
    'You can join again at any time.',
  );
});

test('a member of a private room must be brought in again', () => {
  expect(leaveWarning({ visibility: 'PRIVATE', memberCount: 3, role: 'MODERATOR' })).toMatch(/^You won’t see/);
});

test('the owner reads to whom the room passes on, and the way back', () => {
  const warning = leaveWarning({ visibility: 'PUBLIC', memberCount: 2, role: 'OWNER' });
  expect(warning).toMatch(/will become the owner\./);
  expect(warning).toMatch(/You can join again/);
});

test('the last one in a public room reads that it is not listed any more, and that the name is free', () => {
  const warning = leaveWarning({ visibility: 'PUBLIC', memberCount: 1, role: 'OWNER' });
  expect(warning).toMatch(/no longer be listed, and someone else can use its name/);
  expect(warning).not.toMatch(/become the owner/);
});

test('the last one in a private room reads that nobody can come back', () => {
  expect(leaveWarning({ visibility: 'PRIVATE', memberCount: 1, role: 'OWNER' })).toMatch(
    /No one will be able to come back/,
  );
});
