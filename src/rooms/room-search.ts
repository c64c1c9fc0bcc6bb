import { foldName, textWithin } from '../common/index.js';

/** What a search looks through: the words of name and topic, folded, each behind a space. */
export function searchTextOf(name: string, topic: string): string {
  return ` ${words(`${name} ${topic}`).join(' ')}`;
}

/** What all must be in a search text: each word of the query starts a word of name or topic. Nothing for a query that finds nothing. */
export function searchedIn(query: string): string[] | undefined {
  const text = textWithin('query', query, { min: 0, max: 100 }).trim();
  const asked = words(text);
  // Signs that make no word start none.
  return text !== '' && asked.length === 0 ? undefined : [...new Set(asked)].map((word) => ` ${word}`);
}

function words(text: string): string[] {
  return foldName(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}
