import { foldForSearch } from '#rules';

/** What may be meant by the word at the caret. */
export interface FilterSuggestion {
  readonly key: string;
  /** What is typed in place of the word. A filter that wants a name goes on behind it. */
  readonly text: string;
  readonly label: string;
  readonly note: string;
}

interface Filter {
  readonly text: string;
  readonly note: string;
}

/** In the language of the page, which is not known yet when this file is loaded. */
export function searchFilters(): readonly Filter[] {
  return [
    { text: 'from:', note: $localize`by somebody` },
    { text: 'in:', note: $localize`in a room` },
    { text: 'has:file', note: $localize`with a file` },
    { text: 'has:image', note: $localize`with a picture` },
    { text: 'has:link', note: $localize`with a link` },
    { text: 'is:pinned', note: $localize`pinned` },
    { text: 'is:thread', note: $localize`in a thread` },
    { text: 'before:', note: $localize`before a day, as 2026-11-30` },
    { text: 'after:', note: $localize`after a day` },
    { text: 'on:', note: $localize`on a day` },
  ];
}

const MAX_SUGGESTIONS = 6;

/** A word that is being typed, from its first character up to the caret. */
export interface PartialFilter {
  readonly start: number;
  /** A `-` before it. */
  readonly minus: string;
  readonly kind: 'from' | 'in' | 'any';
  readonly typed: string;
}

/** The word at the caret, where it may become a filter. */
export function partialFilter(text: string, caret: number): PartialFilter | null {
  const match = /(?:^|\s)(?<minus>-?)(?:(?<kind>from|in):(?<sign>["@#]{0,2}))?(?<typed>[^\s"]*)$/iu.exec(
    text.slice(0, caret),
  );
  const { minus = '', kind, sign = '', typed = '' } = match?.groups ?? {};
  if (!match || (kind === undefined && typed === '')) return null;
  const before = kind === undefined ? '' : `${kind}:${sign}`;
  const named = kind?.toLowerCase();
  return {
    start: caret - minus.length - before.length - typed.length,
    minus,
    kind: named === 'from' || named === 'in' ? named : 'any',
    typed,
  };
}

/** The filters that begin with what is typed; none where one is typed to its end. */
export function suggestedFilters({ minus, typed }: PartialFilter): FilterSuggestion[] {
  const word = typed.toLowerCase();
  return searchFilters()
    .filter(({ text }) => text.startsWith(word) && text !== word)
    .map(({ text, note }) => {
      // A name, or a day, comes right behind it.
      const end = text.endsWith(':') ? '' : ' ';
      return { key: text, text: `${minus}${text}${end}`, label: text, note };
    });
}

export function suggestedRooms(
  { minus, typed }: PartialFilter,
  rooms: readonly { readonly id: string; readonly name: string }[],
): FilterSuggestion[] {
  const folded = foldForSearch(typed);
  return rooms
    .filter(({ name }) => foldForSearch(name).includes(folded))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ id, name }) => ({ key: id, text: `${minus}${roomFilter(name)} `, label: name, note: $localize`room` }));
}

export function suggestedPeople(
  { minus }: PartialFilter,
  people: readonly { readonly id: string; readonly username: string; readonly displayName: string }[],
): FilterSuggestion[] {
  return people.slice(0, MAX_SUGGESTIONS).map(({ id, username, displayName }) => ({
    key: id,
    text: `${minus}from:@${username} `,
    label: displayName,
    note: `@${username}`,
  }));
}

/** How a search names a room. */
export function roomFilter(name: string): string {
  return /\s/u.test(name) ? `in:"${name}"` : `in:#${name}`;
}
