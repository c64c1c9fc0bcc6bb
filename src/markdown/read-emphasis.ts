import { hasWords } from './has-words.js';
import type { Inline, Marked } from './message-tree.js';
import { characterAt, characterBefore, closesBefore, opensAfter } from './word-boundaries.js';

/** A run of `*`, `_` or `~` that may mark what stands out. */
export interface Delimiters {
  readonly kind: 'delimiters';
  readonly character: string;
  readonly length: number;
  /** Where the run begins in the text. */
  readonly at: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** It stands behind a backslash. */
  readonly escaped: boolean;
}

export type Piece = Inline | Delimiters;

interface Open {
  readonly delimiters: Delimiters;
  readonly index: number;
  left: number;
}

interface Pair {
  readonly opener: number;
  readonly closer: number;
  readonly kind: Marked['kind'];
}

const RUN = /\*+|_+|~+/y;
const NEVER_INSIDE_OPENING = /^[\s\p{Pe},;/]?$/u;
const NEVER_INSIDE_CLOSING = /^[\s\p{Ps}/]?$/u;

/** The run of delimiters at a place; behind a backslash it is looked at as if that were not there. */
export function delimitersAt(text: string, start: number, escaped: boolean): Delimiters {
  RUN.lastIndex = start;
  const run = RUN.exec(text)?.[0] ?? '';
  const character = run.charAt(0);
  const { length } = run;
  const within = length > 1;
  const before = characterBefore(text, escaped ? start - 1 : start);
  const after = withoutBackslash(text, start + length);
  const known = character === '*' ? length <= 3 : character === '_' ? length === 1 : length === 2;
  return {
    kind: 'delimiters',
    character,
    length,
    at: start,
    escaped,
    opens: known && !NEVER_INSIDE_OPENING.test(after) && opensAfter(before, within),
    closes: known && !NEVER_INSIDE_CLOSING.test(before) && closesBefore(after, within),
  };
}

/** Makes of pieces and delimiters what is shown: those that have no partner are text. */
export function withEmphasis(pieces: readonly Piece[], text: string): Inline[] {
  const shown = pieces.some((piece) => piece.kind === 'delimiters' && piece.escaped) ? unescaped(pieces, text) : pieces;
  const pairs = pairsOf(shown, text);
  if (pairs.length === 0) return joined(shown.map(asText));
  return nested(shown, pairs);
}

/** A backslash counts where its delimiters would have had a partner without it. */
function unescaped(pieces: readonly Piece[], text: string): Piece[] {
  const active = new Set(pairsOf(pieces, text).flatMap(({ opener, closer }) => [opener, closer]));
  return pieces.map((piece, index): Piece => {
    if (piece.kind !== 'delimiters' || !piece.escaped) return piece;
    const written = piece.character.repeat(piece.length);
    return { kind: 'text', text: active.has(index) ? written : `\\${written}` };
  });
}

function pairsOf(pieces: readonly Piece[], text: string): Pair[] {
  const pairs: Pair[] = [];
  const open: Open[] = [];
  // Below which no opener fits a run of a kind: none is looked for there again.
  const floors = new Map<string, number>();
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'delimiters') return;
    let left = piece.length;
    while (piece.closes && left > 0) {
      const kind = `${piece.character}${String(piece.length)} ${String(left)}`;
      const found = lastFitting(open, floors.get(kind) ?? 0, piece, left);
      if (found < 0) floors.set(kind, open.length);
      const opener = open[found];
      if (!opener || !hasWords(text.slice(opener.delimiters.at + opener.delimiters.length, piece.at))) break;
      const used = piece.character === '~' || (opener.left > 1 && left > 1) ? 2 : 1;
      pairs.push({ opener: opener.index, closer: index, kind: kindOf(piece.character, used) });
      opener.left -= used;
      left -= used;
      // What was opened within stays open no longer.
      open.length = opener.left > 0 ? found + 1 : found;
      for (const [kind, floor] of floors) floors.set(kind, Math.min(floor, found));
    }
    if (piece.opens && left === piece.length) open.push({ delimiters: piece, index, left });
  });
  return pairs;
}

function lastFitting(open: readonly Open[], floor: number, closer: Delimiters, left: number): number {
  for (let index = open.length - 1; index >= floor; index -= 1) {
    const opener = open[index];
    if (opener && fits(opener, closer, left)) return index;
  }
  return -1;
}

/** Two stars are never taken apart. */
function fits({ delimiters, left }: Open, closer: Delimiters, closerLeft: number): boolean {
  if (delimiters.character !== closer.character) return false;
  if (delimiters.length === 2 || closer.length === 2) return left >= 2 && closerLeft >= 2;
  return true;
}

function kindOf(character: string, used: number): Marked['kind'] {
  if (character === '~') return 'strike';
  return used === 2 ? 'strong' : 'emphasis';
}

function nested(pieces: readonly Piece[], pairs: readonly Pair[]): Inline[] {
  const outside: Inline[] = [];
  const stack: { kind: Marked['kind']; content: Inline[] }[] = [];
  const top = (): Inline[] => stack.at(-1)?.content ?? outside;
  const opening = kindsBy(pairs, ({ opener }) => opener);
  const closing = kindsBy(pairs, ({ closer }) => closer);
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'delimiters') {
      top().push(piece);
      return;
    }
    const closed = closing.get(index) ?? [];
    const opened = opening.get(index) ?? [];
    let left = piece.length;
    for (const kind of closed) {
      left -= widthOf(kind);
      const content = joined(stack.pop()?.content ?? []);
      top().push({ kind, content });
    }
    const rest = piece.character.repeat(left - opened.reduce((sum, kind) => sum + widthOf(kind), 0));
    if (rest !== '') top().push({ kind: 'text', text: rest });
    for (const kind of opened.toReversed()) stack.push({ kind, content: [] });
  });
  return joined(outside);
}

function kindsBy(pairs: readonly Pair[], place: (pair: Pair) => number): Map<number, Marked['kind'][]> {
  const kinds = new Map<number, Marked['kind'][]>();
  for (const pair of pairs) {
    const there = kinds.get(place(pair));
    if (there) there.push(pair.kind);
    else kinds.set(place(pair), [pair.kind]);
  }
  return kinds;
}

function widthOf(kind: Marked['kind']): number {
  return kind === 'emphasis' ? 1 : 2;
}

function asText(piece: Piece): Inline {
  if (piece.kind !== 'delimiters') return piece;
  return { kind: 'text', text: (piece.escaped ? '\\' : '') + piece.character.repeat(piece.length) };
}

function joined(pieces: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text')
      result[result.length - 1] = { kind: 'text', text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}

function withoutBackslash(text: string, index: number): string {
  const character = characterAt(text, index);
  return character === '\\' ? characterAt(text, index + 1) : character;
}
