import type { SearchHit } from '../../core/graphql/model';

/** What was found so far, newest first. */
export interface FoundPage {
  readonly hits: readonly SearchHit[];
  /** Where the next page begins; null where there is none. */
  readonly endCursor: string | null;
  /** What was said before this is not found yet; null where everything is. */
  readonly indexedSince: string | null;
}

/** With the page behind a cursor, unless it is there already. */
export function withNextPage(found: FoundPage, after: string, next: FoundPage): FoundPage {
  if (found.endCursor !== after) return found;
  return { ...next, hits: [...found.hits, ...next.hits] };
}
