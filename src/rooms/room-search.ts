import { foldName, textWithin } from '../common/index.js';

/** What a search looks through: the words of name and topic, folded, each behind a space. */
export function searchTextOf(name: string, topic: string): string {
  return ` ${words(`${name} ${topic}`).join(' ')}`;
}

/** Patterns that all must match: each word of the query starts a word of name or topic. Without a query everything does. */
export function searchPatterns(query: string): string[] {
  const text = textWithin('query', query, { min: 0, max: 100 }).trim();
  const asked = words(text);
  // Signs that make no word start none: a pattern that no search text matches, as each begins with a space.
  return text !== '' && asked.length === 0 ? [''] : asked.map((word) => `% ${word}%`);
}

function words(text: string): string[] {
  return foldName(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}
