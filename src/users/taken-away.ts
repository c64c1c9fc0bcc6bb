import { createHash, randomBytes } from 'node:crypto';
import type { User } from './user.entity.js';

/** No username has a colon. */
const PREFIX = 'deleted:';

/** What others read instead of the name of somebody who is gone. */
export const DELETED_NAME = 'Deleted account';

/**
 * Where a username is kept once its account is deleted, so that nobody takes it and is taken for them. It does not say which name it was; whoever can read the
 * database can try names, and finds what they wrote there as well.
 */
export function keyOfTakenAway(usernameKey: string): string {
  return PREFIX + createHash('sha256').update(usernameKey).digest('base64url');
}

export function isTakenAway(usernameKey: string): boolean {
  return usernameKey.startsWith(PREFIX);
}

/** What is left of somebody. */
export function nobody({ usernameKey }: User): Partial<User> {
  return {
    username: `deleted-${randomBytes(6).toString('hex')}`,
    usernameKey: keyOfTakenAway(usernameKey),
    displayName: DELETED_NAME,
    displayNameKey: '',
    searchText: '',
    passwordHash: null,
    isAdministrator: false,
    avatarVersion: null,
    about: null,
    timeZone: null,
    statusEmoji: null,
    statusText: null,
    statusUntil: null,
  };
}
