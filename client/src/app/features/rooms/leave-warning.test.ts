import { expect, test } from 'vitest';
import { leaveWarning } from './leave-warning';

test('a member of a public room may come back', () => {
  expect(leaveWarning({ visibility: 'PUBLIC', memberCount: 3, role: 'MEMBER' })).toBe(
    'You can join again whenever you like.',
  );
});

test('a member of a private room must be brought in again', () => {
  expect(leaveWarning({ visibility: 'PRIVATE', memberCount: 3, role: 'MODERATOR' })).toMatch(/^You will not see/);
});

test('the owner reads to whom the room passes on, and the way back', () => {
  const warning = leaveWarning({ visibility: 'PUBLIC', memberCount: 2, role: 'OWNER' });
  expect(warning).toMatch(/^The room passes on to the moderator, or else the member, who has been here longest\./);
  expect(warning).toMatch(/You can join again/);
});

test('an owner who is alone has nobody to pass the room on to', () => {
  expect(leaveWarning({ visibility: 'PUBLIC', memberCount: 1, role: 'OWNER' })).not.toMatch(/passes on/);
});

test('the last one in a private room reads that nobody can come back', () => {
  expect(leaveWarning({ visibility: 'PRIVATE', memberCount: 1, role: 'OWNER' })).toMatch(/Nobody can come back/);
});
