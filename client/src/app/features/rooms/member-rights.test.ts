import { expect, test } from 'vitest';
import { mayAddTo, rightsOver } from './member-rights';

test('the owner puts out, raises, lowers and hands over', () => {
  expect(rightsOver('OWNER', 'MEMBER')).toEqual({
    canRemove: true,
    canMakeModerator: true,
    canMakeMember: false,
    canHandOver: true,
  });
  expect(rightsOver('OWNER', 'MODERATOR').canMakeMember).toBe(true);
});

test('a moderator puts others out, but not the owner, and gives no roles', () => {
  expect(rightsOver('MODERATOR', 'MEMBER')).toMatchObject({ canRemove: true, canMakeModerator: false });
  expect(rightsOver('MODERATOR', 'OWNER').canRemove).toBe(false);
});

test('a member has no rights over anybody', () => {
  expect(Object.values(rightsOver('MEMBER', 'MEMBER'))).toEqual([false, false, false, false]);
});

test('any member brings others into a public room, but not into a private one', () => {
  expect(mayAddTo('PUBLIC', 'MEMBER')).toBe(true);
  expect(mayAddTo('PRIVATE', 'MEMBER')).toBe(false);
  expect(mayAddTo('PRIVATE', 'MODERATOR')).toBe(true);
});
