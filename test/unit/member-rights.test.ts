import { describe, expect, it } from 'vitest';
import {
  isSlowedDown,
  mayModerate,
  obstacleToAdd,
  obstacleToArchive,
  obstacleToBan,
  obstacleToCreate,
  obstacleToDelete,
  obstacleToDeleteRoom,
  obstacleToEdit,
  obstacleToEnter,
  obstacleToPin,
  obstacleToPost,
  obstacleToReact,
  obstacleToUnban,
  obstacleToUnpin,
  obstacleToRemove,
  obstacleToSetRole,
  type Role,
} from '#server/rules/index.js';

const ROLES = ['OWNER', 'MODERATOR', 'MEMBER'] as const;
const OPEN = { posting: 'EVERYONE', isArchived: false } as const;
const QUIET = { posting: 'MODERATORS', isArchived: false } as const;
const ARCHIVED = { posting: 'EVERYONE', isArchived: true } as const;
const guest = { isGuest: true };
const person = { isGuest: false };

/** Actor, target, and what stands in the way. */
const removals: [Role, Role, string | null][] = [
  ['OWNER', 'OWNER', 'owner'],
  ['OWNER', 'MODERATOR', null],
  ['OWNER', 'MEMBER', null],
  ['MODERATOR', 'OWNER', 'owner'],
  ['MODERATOR', 'MODERATOR', null],
  ['MODERATOR', 'MEMBER', null],
  ['MEMBER', 'OWNER', 'not-moderator'],
  ['MEMBER', 'MODERATOR', 'not-moderator'],
  ['MEMBER', 'MEMBER', 'not-moderator'],
];

/** Actor, whether it is their own role, the role that it is to be, and what stands in the way. */
const roles: [Role, boolean, Role, string | null][] = [
  ['OWNER', false, 'OWNER', null],
  ['OWNER', false, 'MODERATOR', null],
  ['OWNER', false, 'MEMBER', null],
  ['OWNER', true, 'OWNER', null],
  ['OWNER', true, 'MODERATOR', 'no-owner-left'],
  ['OWNER', true, 'MEMBER', 'no-owner-left'],
  ['MODERATOR', false, 'OWNER', 'not-owner'],
  ['MODERATOR', false, 'MODERATOR', 'not-owner'],
  ['MODERATOR', false, 'MEMBER', 'not-owner'],
  ['MODERATOR', true, 'OWNER', 'not-owner'],
  ['MODERATOR', true, 'MODERATOR', 'not-owner'],
  ['MODERATOR', true, 'MEMBER', 'not-owner'],
  ['MEMBER', false, 'OWNER', 'not-owner'],
  ['MEMBER', false, 'MODERATOR', 'not-owner'],
  ['MEMBER', false, 'MEMBER', 'not-owner'],
  ['MEMBER', true, 'OWNER', 'not-owner'],
  ['MEMBER', true, 'MODERATOR', 'not-owner'],
  ['MEMBER', true, 'MEMBER', 'not-owner'],
];

describe('what a member may do to another', () => {
  it.each(removals)('%s removes %s: %s', (actor, target, obstacle) => {
    expect(obstacleToRemove(actor, target)).toBe(obstacle);
  });

  it.each(roles)('%s changes a role (their own: %s) to %s: %s', (actor, isActor, role, obstacle) => {
    expect(obstacleToSetRole(actor, { isActor }, role)).toBe(obstacle);
  });

  it('is asked in every combination above', () => {
    const combinations = new Set(removals.map(([actor, target]) => `${actor} ${target}`));
    expect(combinations.size).toBe(ROLES.length ** 2);
    expect(new Set(roles.map(([actor, self, role]) => `${actor} ${String(self)} ${role}`)).size).toBe(
      ROLES.length ** 2 * 2,
    );
  });
});

describe('who brings whom into a room', () => {
  it.each(ROLES)('a public one: %s, also guests', (role) => {
    expect(obstacleToAdd('PUBLIC', role, person)).toBeNull();
    expect(obstacleToAdd('PUBLIC', role, guest)).toBeNull();
  });

  it.each([
    ['OWNER', null, 'guest'],
    ['MODERATOR', null, 'guest'],
    ['MEMBER', 'not-moderator', 'not-moderator'],
  ] as const)('a private one: %s brings a person (%s) and a guest (%s)', (role, ofPerson, ofGuest) => {
    expect(obstacleToAdd('PRIVATE', role, person)).toBe(ofPerson);
    expect(obstacleToAdd('PRIVATE', role, guest)).toBe(ofGuest);
  });
});

it('guests create public rooms alone, and people both', () => {
  expect([obstacleToCreate('PUBLIC', guest), obstacleToCreate('PRIVATE', guest)]).toEqual([null, 'guest']);
  expect([obstacleToCreate('PUBLIC', person), obstacleToCreate('PRIVATE', person)]).toEqual([null, null]);
});

describe('who changes a message', () => {
  it.each(ROLES)('its author edits it while it stands, and deletes it, as %s', (role) => {
    expect(obstacleToEdit({ isAuthor: true, isDeleted: false }, role, OPEN)).toBeNull();
    expect(obstacleToEdit({ isAuthor: true, isDeleted: true }, role, OPEN)).toBe('deleted');
    expect(obstacleToDelete({ isAuthor: true }, role)).toBeNull();
  });

  it.each([
    ['OWNER', null],
    ['MODERATOR', null],
    ['MEMBER', 'not-moderator'],
  ] as const)('somebody else never edits it, and deletes it as %s: %s', (role, obstacle) => {
    expect(obstacleToEdit({ isAuthor: false, isDeleted: false }, role, OPEN)).toBe('not-author');
    expect(obstacleToDelete({ isAuthor: false }, role)).toBe(obstacle);
  });
});

/** Actor, target or null for one who is not in the room, and what stands in the way. */
const banishments: [Role, Role | null, string | null][] = [
  ['OWNER', 'OWNER', 'owner'],
  ['OWNER', 'MODERATOR', null],
  ['OWNER', 'MEMBER', null],
  ['OWNER', null, null],
  ['MODERATOR', 'OWNER', 'owner'],
  ['MODERATOR', 'MODERATOR', 'moderator'],
  ['MODERATOR', 'MEMBER', null],
  ['MODERATOR', null, null],
  ['MEMBER', 'OWNER', 'not-moderator'],
  ['MEMBER', 'MODERATOR', 'not-moderator'],
  ['MEMBER', 'MEMBER', 'not-moderator'],
  ['MEMBER', null, 'not-moderator'],
];

describe('who looks after a room', () => {
  it.each(banishments)('%s bans %s: %s', (actor, target, obstacle) => {
    expect(obstacleToBan(actor, target)).toBe(obstacle);
    expect(obstacleToUnban(actor)).toBe(actor === 'MEMBER' ? 'not-moderator' : null);
  });

  it('its owner archives and deletes it, and nobody else', () => {
    const all = ROLES.map((role) => [obstacleToArchive(role), obstacleToDeleteRoom(role)]);
    expect(all).toEqual([[null, null], ...ROLES.slice(1).map(() => ['not-owner', 'not-owner'])]);
  });

  it('nobody comes into an archived room, and the banned into none', () => {
    const rooms = [{ isArchived: false }, { isArchived: true }];
    expect(rooms.map((room) => obstacleToEnter(room, { isBanned: false }))).toEqual([null, 'archived']);
    expect(rooms.map((room) => obstacleToEnter(room, { isBanned: true }))).toEqual(['banned', 'banned']);
  });
});

describe('who says something', () => {
  it.each([
    ['OWNER', null, false],
    ['MODERATOR', null, false],
    ['MEMBER', 'not-moderator', true],
  ] as const)('%s, where only moderators post (%s), and in slow mode (waits: %s)', (role, obstacle, waits) => {
    const mine = { isAuthor: true, isDeleted: false };
    expect(obstacleToPost(role, QUIET)).toBe(obstacle);
    expect(obstacleToEdit(mine, role, QUIET)).toBe(obstacle);
    expect(obstacleToPin(mine, role, QUIET)).toBe(obstacle);
    expect(obstacleToUnpin(role, QUIET)).toBe(obstacle);
    expect(obstacleToReact(mine, QUIET)).toBeNull();
    expect(isSlowedDown(role, { slowModeSeconds: 5 })).toBe(waits);
    expect(isSlowedDown(role, { slowModeSeconds: 0 })).toBe(false);
  });

  it.each(ROLES)('nobody where the room is archived: %s', (role) => {
    const mine = { isAuthor: true, isDeleted: false };
    expect(obstacleToPost(role, ARCHIVED)).toBe('archived');
    expect(obstacleToEdit(mine, role, ARCHIVED)).toBe('archived');
    expect(obstacleToPin(mine, role, ARCHIVED)).toBe('archived');
    expect(obstacleToReact(mine, ARCHIVED)).toBe('archived');
    expect(obstacleToUnpin(role, ARCHIVED)).toBe(role === 'MEMBER' ? 'archived' : null);
    expect(obstacleToDelete({ isAuthor: true }, role)).toBeNull();
  });

  it.each(ROLES)('everybody elsewhere: %s', (role) => {
    expect(obstacleToPost(role, OPEN)).toBeNull();
    expect(obstacleToReact({ isDeleted: true }, OPEN)).toBe('deleted');
    expect(obstacleToPin({ isDeleted: true }, role, OPEN)).toBe('deleted');
  });
});

it('the owner and moderators moderate, and members do not', () => {
  expect(ROLES.filter((role) => mayModerate(role))).toEqual(['OWNER', 'MODERATOR']);
});
