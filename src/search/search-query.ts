/** What somebody looks for: all of it must be so. */
export type SearchQuery = readonly Asked[];

/** One condition, or the opposite of it. */
export interface Asked {
  readonly condition: Condition;
  readonly isExcluded: boolean;
}

export type Condition =
  /** Folded, and never empty. Of several words as they stand it holds the spaces. */
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'from'; readonly name: string }
  | { readonly kind: 'in'; readonly name: string }
  | { readonly kind: 'has'; readonly what: Content }
  | { readonly kind: 'is'; readonly what: Standing }
  /** A day of a calendar, as in `2026-11-01`. */
  | { readonly kind: 'before' | 'after' | 'on'; readonly day: string };

export type Content = 'file' | 'image' | 'link';
export type Standing = 'pinned' | 'thread';

/** Whether nothing could meet a query: nothing of what was typed can be looked for. */
export function findsNothing(query: SearchQuery): boolean {
  return query.length === 0;
}
