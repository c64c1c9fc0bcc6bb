import { characterAt, characterBefore, isWordCharacter } from '../markdown/index.js';

/** From so many characters on a word is found anywhere; shorter ones at the start of words. */
export const WHOLE_LENGTH = 3;

/** Where some words stand in a folded text, from left to right. */
export function* placesOf(words: string, text: string): Generator<number> {
  const isShort = characterCount(words) < WHOLE_LENGTH;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    if (!isShort || isStart(characterBefore(text, at), characterAt(text, at))) yield at;
}

export function isFoundIn(words: string, text: string): boolean {
  return placesOf(words, text).next().done !== true;
}

/** Whether something short is found where this character stands behind that one: at the start of a word, and anywhere in what is written without spaces between words. */
export function isStart(before: string, character: string): boolean {
  return !(isOfSpacedWord(before) && isOfSpacedWord(character));
}

/** Whether a character belongs to a word that spaces set apart. Those of Hangul are not: its syllables are taken apart, and one is enough to be found. */
export function isOfSpacedWord(character: string): boolean {
  if (character.length !== 1) return character !== '' && asked(character);
  const code = character.charCodeAt(0);
  let answer = ANSWERS[code];
  if (answer === undefined || answer === UNKNOWN) ANSWERS[code] = answer = asked(character) ? YES : NO;
  return answer === YES;
}

const [UNKNOWN, NO, YES] = [0, 1, 2];
/** It is asked of each character of each message. */
const ANSWERS = new Uint8Array(0x10000);

function asked(character: string): boolean {
  return isWordCharacter(character) && !UNSPACED.test(character);
}

const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{scx=Yi}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]$/u;

function characterCount(text: string): number {
  return text.length > 2 * WHOLE_LENGTH ? WHOLE_LENGTH : Array.from(text).length;
}
