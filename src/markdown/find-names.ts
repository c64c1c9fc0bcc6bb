import { characterBefore, isFormulaCharacter } from './word-boundaries.js';

/** A name behind an `@`, as it may have been meant. */
export interface FoundName {
  /** Where its `@` stands. */
  readonly start: number;
  readonly sign: string;
  /** The longest first: without the punctuation of the sentence, and without what is joined to it in a script that sets no spaces. */
  readonly names: readonly string[];
}

/** A username's characters; longer than any of them, so that what goes on is seen. */
const NAME = /([@\uFF20])([\p{L}\p{M}\p{Nd}._-]{2,64})/gu;
const MAX_NAME = 32;
/** What one token can be taken for; more is no name that somebody typed. */
const MAX_READINGS = 12;

/** A handle on another server (`@ada@example.org`, `@ada:example.org`), a package (`@types/node`), a decorator (`@Input()`). */
const SOMETHING_ELSE = /^(?:[@\uFF20/][\p{L}\p{N}_]|:[\p{L}\p{N}-]{1,63}\.\p{L}|\()/u;
const NEVER_BEFORE = /^[@\uFF20/\\_]$/;

/** Whether there can be a name in a text at all: most have none, and are not read for it. */
export function hasNameSign(text: string): boolean {
  return /[@\uFF20]/.test(text);
}

/** The names that somebody may be called by in a line, in order. */
export function findNames(line: string): FoundName[] {
  const found: FoundName[] = [];
  let end = 0;
  for (const { 0: whole, 1: sign = '', 2: token = '', index: start } of line.matchAll(NAME)) {
    const before = characterBefore(line, start);
    const follows = before === '/' && end === start - 1;
    end = start + whole.length;
    if ((NEVER_BEFORE.test(before) && !follows) || isFormulaCharacter(before)) continue;
    if (SOMETHING_ELSE.test(line.slice(end, end + 70))) continue;
    found.push({ start, sign, names: readingsOf(token) });
  }
  return found;
}

function readingsOf(token: string): string[] {
  const characters = Array.from(token);
  const ends = [characters.length, ...scriptChanges(characters)].flatMap((end) => withoutPunctuation(characters, end));
  return [...new Set(ends)]
    .filter((end) => end >= 2 && end <= MAX_NAME)
    .sort((a, b) => b - a)
    .slice(0, MAX_READINGS)
    .map((end) => characters.slice(0, end).join(''));
}

/** A name may end with a full stop, and so may a sentence. */
function withoutPunctuation(characters: readonly string[], from: number): number[] {
  const ends = [from];
  for (let end = from; /^[._-]$/.test(characters[end - 1] ?? ''); end -= 1) ends.push(end - 1);
  return ends;
}

/** Where letters of another script begin, and one of the two sets no spaces, or joins to names what others set apart: `@adaさん`, `@ben님`. */
function scriptChanges(characters: readonly string[]): number[] {
  const changes: number[] = [];
  let last: string | null = null;
  characters.forEach((character, index) => {
    const script = scriptOf(character);
    if (script !== null && last !== null && script !== last) changes.push(index);
    last = script ?? last;
  });
  return changes;
}

const JOINING = new Map(
  ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'].map((script) => [
    script,
    new RegExp(`^\\p{Script=${script}}$`, 'u'),
  ]),
);

/** Null for what goes with every script: marks, digits and punctuation. */
function scriptOf(character: string): string | null {
  if (!/^\p{L}$/u.test(character) || /^\p{Script=Common}$/u.test(character)) return null;
  for (const [script, has] of JOINING) if (has.test(character)) return script;
  return 'other';
}
