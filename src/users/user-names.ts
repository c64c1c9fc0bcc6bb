import { InvalidInput } from '../errors/index.js';
import { replaceInvisible } from '../runtime/index.js';
import { textWithin, visibleName, withFewMarks } from '../text/index.js';

/** A username within its bounds: letters (with their marks), digits, '.', '_' and '-' of any script. */
export function usernameFrom(value: string): string {
  if (value === '') throw new InvalidInput('username', 'Choose a username.');
  const username = textWithin('username', value, { min: 2, max: 32 });
  if (!/^[\p{L}\p{M}\p{Nd}._-]+$/u.test(username)) {
    throw new InvalidInput('username', "A username can only contain letters, digits, '.', '_' and '-'.");
  }
  // Fillers and selectors that draw as nothing, or as a blank, though they count as letters or marks.
  if (/^\p{M}|\p{Default_Ignorable_Code_Point}/u.test(username) || replaceInvisible(username, '') !== username) {
    throw new InvalidInput('username', 'A username cannot contain invisible characters.');
  }
  return withFewMarks('username', username);
}

export function displayNameFrom(value: string): string {
  return visibleName('displayName', value, 64);
}

export function nicknameFrom(value: string): string {
  return visibleName('nickname', value, 32);
}
