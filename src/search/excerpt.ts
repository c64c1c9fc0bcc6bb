import { foldWithPlaces } from './folding.js';
import { placesOf } from './word-places.js';

/** A piece of a text, and whether it is what was looked for. */
export interface Part {
  readonly text: string;
  readonly isMatch: boolean;
}

/** So much is shown of a long message, and so much of it before the first match. */
const MAX_LENGTH = 240;
const LENGTH_BEFORE = 60;
/** More marks say nothing more. */
export const MAX_MATCHES = 20;

/** A stretch of a text, from the first character to the one behind the last. */
interface Range {
  readonly start: number;
  readonly end: number;
}

interface Match extends Range {
  readonly words: string;
}

/** The piece of a body with most of the words that were found in it: text and matches in turn. Without words, how it begins. */
export function excerptOf(body: string, wanted: readonly string[]): Part[] {
  const matches = matchesIn(body, wanted);
  const shown = rangeOf(body, matches);
  const marked = joined(matches.filter(({ start, end }) => start >= shown.start && end <= shown.end));
  const parts = partsOf(body, shown, marked.slice(0, MAX_MATCHES));
  const [first, last] = [shown.start > 0 ? '… ' : '', shown.end < body.length ? ' …' : ''];
  return [plain(first), ...parts, plain(last)].reduce<Part[]>(withPart, []);
}

function matchesIn(body: string, wanted: readonly string[]): Match[] {
  const { text, starts, ends } = foldWithPlaces(body);
  const found = [...new Set(wanted)].flatMap((words) =>
    [...placesOf(words, text)].map((at) => ({
      words,
      start: starts[at] ?? 0,
      end: ends[at + words.length - 1] ?? body.length,
    })),
  );
  return found.toSorted((one, other) => one.start - other.start);
}

/** Where the most different words are near each other, the first such place. */
function rangeOf(body: string, matches: readonly Match[]): Range {
  if (body.length <= MAX_LENGTH) return { start: 0, end: body.length };
  let best = { start: 0, count: 0 };
  for (const [index, { start }] of matches.entries()) {
    const near = matches
      .slice(index, index + MAX_MATCHES)
      .filter(({ end }) => end <= start + MAX_LENGTH - LENGTH_BEFORE);
    const count = new Set(near.map(({ words }) => words)).size;
    if (count > best.count) best = { start, count };
  }
  const from = Math.min(Math.max(0, best.start - LENGTH_BEFORE), body.length - MAX_LENGTH);
  return { start: wordStart(body, from, best.start), end: wordEnd(body, Math.min(body.length, from + MAX_LENGTH)) };
}

/** Behind the next space, where one is near; never within a character. */
function wordStart(body: string, from: number, match: number): number {
  if (from === 0) return 0;
  const space = body.slice(from, Math.min(match, from + 20)).search(/\s/);
  return space === -1 ? whole(body, from) : from + space + 1;
}

function wordEnd(body: string, to: number): number {
  if (to >= body.length) return body.length;
  const space = body.slice(to - 20, to).search(/\s\S*$/);
  return space === -1 ? whole(body, to) : to - 20 + space;
}

function whole(body: string, at: number): number {
  return /^[\uDC00-\uDFFF]/.test(body.slice(at, at + 1)) ? at - 1 : at;
}

/** Matches that overlap or touch are one. */
function joined(matches: readonly Match[]): Range[] {
  return matches.reduce<Range[]>((before, { start, end }) => {
    const last = before.at(-1);
    if (!last || last.end < start) return [...before, { start, end }];
    return [...before.slice(0, -1), { start: last.start, end: Math.max(last.end, end) }];
  }, []);
}

function partsOf(body: string, { start, end }: Range, marked: readonly Range[]): Part[] {
  const behind = [start, ...marked.map((range) => range.end)];
  const between = behind.map((from, index) => plain(inOneLine(body.slice(from, marked[index]?.start ?? end))));
  return between.flatMap((part, index) => {
    const match = marked[index];
    return match ? [part, { text: inOneLine(body.slice(match.start, match.end)), isMatch: true }] : [part];
  });
}

function inOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ');
}

function plain(text: string): Part {
  return { text, isMatch: false };
}

function withPart(parts: Part[], part: Part): Part[] {
  const last = parts.at(-1);
  if (part.text === '') return parts;
  if (last?.isMatch !== part.isMatch) return [...parts, part];
  return [...parts.slice(0, -1), { ...last, text: last.text + part.text }];
}
