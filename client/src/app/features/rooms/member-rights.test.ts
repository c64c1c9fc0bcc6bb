import { expect, test } from 'vitest';
import { rightsOver } from './member-rights';

const offered = (...args: Parameters<typeof rightsOver>) =>
  Object.entries(rightsOver(...args))
    .filter(([, isOffered]) => isOffered)
    .map(([right]) => right);

test.each([
  ['OWNER', 'MEMBER', ['canRemove', 'canBan', 'canMakeModerator', 'canHandOver']],
  ['OWNER', 'MODERATOR', ['canRemove', 'canBan', 'canMakeMember', 'canHandOver']],
  ['OWNER', 'OWNER', []],
  ['MODERATOR', 'MEMBER', ['canRemove', 'canBan']],
  ['MODERATOR', 'MODERATOR', ['canRemove']],
  ['MODERATOR', 'OWNER', []],
  ['MEMBER', 'MEMBER', []],
  ['MEMBER', 'MODERATOR', []],
  ['MEMBER', 'OWNER', []],
] as const)('to a viewer who is %s, of somebody who is %s, %j is offered', (viewer, other, rights) => {
  expect(offered(viewer, other)).toEqual(rights);
});
