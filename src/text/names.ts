import { InvalidInput } from '../errors/index.js';
import { foldUsername } from '../rules/index.js';
import { replaceInvisible, withoutEmojiJoints } from '../runtime/index.js';
import { withFewMarks } from './marks.js';
import { textWithin } from './text.js';

/** A name in one line, spaces joined and trimmed; refused when part of it cannot be seen. */
export function visibleName(field: string, value: string, max: number): string {
  const name = textWithin(field, value, { min: 0, max: max * 2 })
    .trim()
    .replace(/\p{Zs}+/gu, ' ');
  // With them two names could look alike; a mark at the beginning would be drawn over what stands before the name.
  if (replaceInvisible(name, '') !== name || /^\p{M}/u.test(name)) {
    throw new InvalidInput(
      field,
      'Names cannot contain invisible characters, or characters that change the writing direction.',
    );
  }
  return withFewMarks(field, textWithin(field, name, { min: 1, max }));
}

/** What two names must differ in to be two names: compatibility forms and case folded, the joints of emoji left out (NFKC; then lower, upper and lower again, which takes ẞ, ß and ss for one). */
export function foldName(name: string): string {
  return foldUsername(withoutEmojiJoints(name)).replace(/\s+/gu, ' ').trim();
}
