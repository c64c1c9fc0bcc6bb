import { isDay } from './days.js';
import { foldBody } from './folding.js';
import type { Asked, Condition, Content, SearchQuery, Standing } from './search-query.js';

/** Reads what somebody typed: words, "several words" as they stand, filters, and `-` before what is not wanted. What is no filter is a word, so no text is an error. */
export function parseQuery(typed: string): SearchQuery {
  const pieces = typed.replace(QUOTES, '"').matchAll(PIECE);
  return [...pieces].flatMap(({ groups = {} }) => {
    const asked = readPiece(groups);
    return asked ? [asked] : [];
  });
}

/** A quote that is never closed goes to the end: it is still being typed. */
const PIECE = /(?<minus>-?)(?<filter>(?:from|in):)?"(?<quoted>[^"]*)(?:"|$)|(?<bare>\S+)/giu;
/** Keyboards set them by themselves. */
const QUOTES = /[\u201C\u201D\u201E\u201F\uFF02]/gu;

const FILTER = /^(?<key>from|in|has|is|before|after|on):(?<value>.+)$/iu;
const CONTENTS: readonly Content[] = ['file', 'image', 'link'];
const STANDINGS: readonly Standing[] = ['pinned', 'thread'];

type Groups = Readonly<Record<string, string | undefined>>;

function readPiece({ minus = '', filter, quoted, bare = '' }: Groups): Asked | null {
  if (quoted === undefined) return readBare(bare);
  const name = quoted.trim();
  if (filter !== undefined && name !== '')
    return asked(named(filter.toLowerCase() === 'in:' ? 'in' : 'from', name), minus);
  return asked(words(`${filter ?? ''}${quoted}`), minus);
}

/** A `-` alone is a word. */
function readBare(bare: string): Asked | null {
  const minus = bare.length > 1 && bare.startsWith('-') ? '-' : '';
  const text = bare.slice(minus.length);
  return asked(filterIn(text) ?? words(text), minus);
}

function filterIn(text: string): Condition | null {
  const { key = '', value = '' } = FILTER.exec(text)?.groups ?? {};
  const word = value.toLowerCase();
  switch (key.toLowerCase()) {
    case 'from':
      return named('from', value);
    case 'in':
      return named('in', value);
    case 'has':
      return oneOf(CONTENTS, word, (what) => ({ kind: 'has', what }));
    case 'is':
      return oneOf(STANDINGS, word, (what) => ({ kind: 'is', what }));
    case 'before':
      return isDay(value) ? { kind: 'before', day: value } : null;
    case 'after':
      return isDay(value) ? { kind: 'after', day: value } : null;
    case 'on':
      return isDay(value) ? { kind: 'on', day: value } : null;
    default:
      return null;
  }
}

function named(kind: 'from' | 'in', written: string): Condition | null {
  const name = written.replace(kind === 'from' ? /^@/ : /^#/, '').trim();
  return name === '' ? null : { kind, name };
}

function oneOf<T extends string>(
  known: readonly T[],
  word: string,
  condition: (what: T) => Condition,
): Condition | null {
  const what = known.find((one) => one === word);
  return what === undefined ? null : condition(what);
}

/** Null where nothing of it can be looked for: marks that are left out alone. */
function words(text: string): Condition | null {
  const folded = foldBody(text);
  return folded === '' ? null : { kind: 'words', text: folded };
}

function asked(condition: Condition | null, minus: string): Asked | null {
  return condition && { condition, isExcluded: minus !== '' };
}
