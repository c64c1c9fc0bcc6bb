import { InvalidInput } from '../errors/index.js';
import {
  foldUsername,
  MAX_DISPLAY_NAME_LENGTH,
  MAX_NICKNAME_LENGTH,
  MAX_USERNAME_LENGTH,
  MIN_USERNAME_LENGTH,
  WHOLE_ROOM,
} from '../rules/index.js';
import { replaceInvisible } from '../runtime/index.js';
import { textWithin, visibleName, withFewMarks } from '../text/index.js';

/** A username within its bounds: letters (with their marks), digits, '.', '_' and '-' of any script. */
export function usernameFrom(value: string): string {
  if (value === '') throw new InvalidInput('username', 'Choose a username.');
  const username = textWithin('username', value, { min: MIN_USERNAME_LENGTH, max: MAX_USERNAME_LENGTH });
  if (!/^[\p{L}\p{M}\p{Nd}._-]+$/u.test(username)) {
    throw new InvalidInput('username', "A username can only contain letters, digits, '.', '_' and '-'.");
  }
  // Fillers and selectors that draw as nothing, or as a blank, though they count as letters or marks.
  if (/^\p{M}|\p{Default_Ignorable_Code_Point}/u.test(username) || replaceInvisible(username, '') !== username) {
    throw new InvalidInput('username', 'A username cannot contain invisible characters.');
  }
  // `@room` calls everybody in it.
  if (foldUsername(username) === WHOLE_ROOM)
    throw new InvalidInput('username', 'This name stands for a whole room. Choose another one.');
  return withFewMarks('username', username);
}

export function displayNameFrom(value: string): string {
  return visibleName('displayName', value, MAX_DISPLAY_NAME_LENGTH);
}

export function nicknameFrom(value: string): string {
  return visibleName('nickname', value, MAX_NICKNAME_LENGTH);
}
