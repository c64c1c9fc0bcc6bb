import { foldForSearch } from './search-fold.js';

/** Of one person. */
export const MAX_KEYWORDS = 50;
/** In characters, of one keyword. */
export const MIN_KEYWORD_LENGTH = 2;
export const MAX_KEYWORD_LENGTH = 50;

/** The first of some keywords that a message has, as it was written down; null where it has none. Case and accents make no difference. */
export function keywordIn(text: string, keywords: readonly string[]): string | null {
  if (keywords.length === 0) return null;
  const folded = foldForSearch(text);
  return keywords.find((keyword) => hasWords(folded, foldForSearch(keyword))) ?? null;
}

/**
 * What a folded text is made of: its words, and each character by itself that belongs to none or to a script without spaces. A text that has a keyword has
 * the keyword's first piece as well, by which the server finds those who may want to hear of a message.
 */
export function piecesOf(folded: string): string[] {
  return folded.match(PIECES) ?? [];
}

/** Whole words alone: "art" is not in "party". Where a script has no spaces, or something is no word at all, it is found anywhere. */
function hasWords(folded: string, words: string): boolean {
  if (words === '') return false;
  for (let at = folded.indexOf(words); at !== -1; at = folded.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!isWithinWord(folded, at) && !isWithinWord(folded, end)) return true;
  }
  return false;
}

/** Whether a word goes on across this place. */
function isWithinWord(text: string, at: number): boolean {
  return WORD_ENDS_LATER.test(text.slice(Math.max(0, at - 2), at)) && WORD_BEGAN_EARLIER.test(text.slice(at, at + 2));
}

/** Of a folded text the syllables of Hangul are taken apart: they are taken for a script without spaces, as particles are written to the word. */
const UNSPACED =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}\\p{scx=Bopomofo}\\p{scx=Yi}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}\\p{scx=Tibetan}';
const OF_WORD = `(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}]`;
const PIECES = new RegExp(`(?:${OF_WORD})+|\\S`, 'gu');
const WORD_ENDS_LATER = new RegExp(`(?:${OF_WORD})$`, 'u');
const WORD_BEGAN_EARLIER = new RegExp(`^(?:${OF_WORD})`, 'u');
