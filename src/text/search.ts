import { MAX_QUERY_LENGTH } from '../rules/index.js';
import { textWithin } from './text.js';

/** What a search looks through: the texts folded, one line each, so that nothing is found across two of them. */
export function searchTextOf(...texts: readonly string[]): string {
  return texts.map(foldForSearch).join('\n');
}

/**
 * The pieces that must all be in a search text, anywhere in it: many scripts write no spaces between words, and people remember
 * the end of a word as well as its start. None for an empty query, which finds everything; undefined for one that finds nothing.
 */
export function searchedIn(query: string): string[] | undefined {
  const text = textWithin('query', query, { min: 0, max: MAX_QUERY_LENGTH }).trim();
  const pieces = foldForSearch(text)
    .split(/[\s,;、]+/u)
    .map((piece) => piece.replace(/^[#@](?=.)/u, ''))
    .filter((piece) => piece !== '');
  return text !== '' && pieces.length === 0 ? undefined : [...new Set(pieces)];
}

/**
 * What people take for the same when they look for something: case, accents, width, hiragana and katakana. Wider than foldName,
 * which says when two names are one. Stored beside what is searched: a change needs a migration that folds it again.
 */
export function foldForSearch(text: string): string {
  return withoutCase(text.normalize('NFKD'))
    .normalize('NFKD')
    .replace(UNHEARD, '')
    .replace(/[æœøđðþłħŧ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(VOICED_KANA, (kana) => kana.normalize('NFC'))
    .replace(/[\u30A1-\u30F6]/g, (katakana) => String.fromCodePoint((katakana.codePointAt(0) ?? 0) - 0x60))
    .replace(/\p{Pd}/gu, '-')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D\u201E]/g, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Lower, upper and lower again takes ẞ, ß and ss for one, and the dotless ı for an i; a final ς is a σ at the end of a word. */
function withoutCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replace(/ς/g, 'σ');
}

/**
 * Accents of alphabets, the points of Hebrew and Arabic that most people leave out, and what draws nothing. Marks of other scripts
 * are part of the word: without its vowels Thai or Hindi would be another one.
 */
const UNHEARD = /[[\p{Mn}&&[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]]--[\u3099\u309A]]|\u0640|\p{DI}/gv;

/** Letters with a stroke, which Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
};

/** か and が are two letters; Hangul stays apart, so that a syllable that is half typed finds what it becomes. */
const VOICED_KANA = /[\u3041-\u30FE][\u3099\u309A]/gu;
