import { InvalidInput } from './errors.js';
import { textWithin } from './text.js';

/**
 * Characters that a reader cannot see, or that change the direction of what follows: controls, formats (zero-width, bidi),
 * line and paragraph separators, private use, unassigned, and letters that draw as blanks. With them two names could look alike.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** A name in one line, spaces joined and trimmed; refused when part of it cannot be seen. */
export function visibleName(field: string, value: string, max: number): string {
  const name = textWithin(field, value, { min: 0, max: max * 2 })
    .trim()
    .replace(/\p{Zs}+/gu, ' ');
  if (INVISIBLE.test(name)) {
    throw new InvalidInput(
      field,
      'Names may not hold invisible characters or ones that change the direction of writing.',
    );
  }
  return textWithin(field, name, { min: 1, max });
}

/** What two names must differ in to be two names: compatibility forms and case folded (NFKC; then lower, upper and lower again, which takes ẞ, ß and ss for one). */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim();
}
