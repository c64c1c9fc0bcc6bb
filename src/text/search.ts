import { foldForSearch, MAX_QUERY_LENGTH } from '../rules/index.js';
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
