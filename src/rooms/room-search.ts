import { foldName, textWithin } from '../common/index.js';

/** What a search looks through: the words of name and topic, folded, each behind a space. */
export function searchTextOf(name: string, topic: string): string {
  return ` ${words(`${name} ${topic}`).join(' ')}`;
}

/** Patterns that all must match: each word of the query starts a word of name or topic. */
export function searchPatterns(query: string): string[] {
  return words(textWithin('query', query, { min: 0, max: 100 })).map((word) => `% ${word}%`);
}

function words(text: string): string[] {
  return foldName(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}
