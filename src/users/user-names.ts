import { InvalidInput, textWithin, visibleName } from '../common/index.js';

/** A username within its bounds: letters (with their marks), digits, '.', '_' and '-' of any script. */
export function usernameFrom(value: string): string {
  const username = textWithin('username', value, { min: 2, max: 32 });
  if (!/^[\p{L}\p{M}\p{Nd}._-]+$/u.test(username)) {
    throw new InvalidInput('username', "A username has letters, digits, '.', '_' and '-' only.");
  }
  // These draw as nothing, or as a blank, though they count as letters or marks.
  if (
    /[\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u.test(username) ||
    /^\p{M}/u.test(username)
  ) {
    throw new InvalidInput('username', 'A username may not hold invisible characters.');
  }
  return username;
}

export function displayNameFrom(value: string): string {
  return visibleName('displayName', value, 64);
}

export function nicknameFrom(value: string): string {
  return visibleName('nickname', value, 32);
}
