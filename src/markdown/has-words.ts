import { showsNothing } from './shows-nothing.js';

const ASCII_SIGNS = /[\0-/:-@[-`{-\x7F]+/g;

/** Whether there is something to mark: a letter, a digit, an emoji. ASCII signs alone are a face, a line or a mistake, and are shown as typed. */
export function hasWords(text: string): boolean {
  return !showsNothing(text.replace(ASCII_SIGNS, ''));
}
