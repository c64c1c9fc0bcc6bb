import { describe, expect, it } from 'vitest';
import {
  mayModerate,
  obstacleToAdd,
  obstacleToCreate,
  obstacleToDelete,
  obstacleToEdit,
  obstacleToRemove,
  obstacleToSetRole,
  type Role,
} from '#server/rules/index.js';

const ROLES = ['OWNER', 'MODERATOR', 'MEMBER'] as const;
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
    expect(obstacleToEdit({ isAuthor: true, isDeleted: false })).toBeNull();
    expect(obstacleToEdit({ isAuthor: true, isDeleted: true })).toBe('deleted');
    expect(obstacleToDelete({ isAuthor: true }, role)).toBeNull();
  });

  it.each([
    ['OWNER', null],
    ['MODERATOR', null],
    ['MEMBER', 'not-moderator'],
  ] as const)('somebody else never edits it, and deletes it as %s: %s', (role, obstacle) => {
    expect(obstacleToEdit({ isAuthor: false, isDeleted: false })).toBe('not-author');
    expect(obstacleToDelete({ isAuthor: false }, role)).toBe(obstacle);
  });
});

it('the owner and moderators moderate, and members do not', () => {
  expect(ROLES.filter((role) => mayModerate(role))).toEqual(['OWNER', 'MODERATOR']);
});
