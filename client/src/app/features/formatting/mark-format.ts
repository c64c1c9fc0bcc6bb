import { type Edit, type Selected, type Span, toWordEdges, wordsOf } from './selected';

/** What is written around words. */
export const MARKS = { bold: '**', italic: '_', strike: '~~', code: '`' } as const;

export type MarkFormat = keyof typeof MARKS;

interface Marks {
  readonly open: string;
  readonly close: string;
}

/** Puts marks around the selected words, in every line anew, or takes them away where all of them have them. */
export function toggleMark(selected: Selected, format: MarkFormat): Edit {
  const { text } = selected;
  const spans = spansOf(selected);
  const takesAway = spans.every((span) => placeOfMarks(text, span, format) !== 'none');
  const parts = spans.map((span) => (takesAway ? without(text, span, format) : within(text, span, format)));
  return joined(text, parts);
}

export function isMarked(selected: Selected, format: MarkFormat): boolean {
  return spansOf(selected).every((span) => placeOfMarks(selected.text, span, format) !== 'none');
}

/** A part of the text with what it becomes; the words in it begin and end where the second span says. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly words: Span;
}

function within(text: string, span: Span, format: MarkFormat): Part {
  if (placeOfMarks(text, span, format) !== 'none') return unchanged(text, span);
  const { from, to } = toWordEdges(text, span);
  const words = text.slice(from, to);
  const { open, close } = marksFor(words, format);
  return { from, to, text: open + words + close, words: { from: open.length, to: open.length + words.length } };
}

function without(text: string, { from, to }: Span, format: MarkFormat): Part {
  const words = text.slice(from, to);
  if (placeOfMarks(text, { from, to }, format) === 'around') {
    const { open, close } = marksAround(text, { from, to }, format);
    return {
      from: from - open.length,
      to: to + close.length,
      text: words,
      words: { from: 0, to: words.length },
    };
  }
  const inner = withoutOwnMarks(words, format) ?? words;
  return { from, to, text: inner, words: { from: 0, to: inner.length } };
}

function unchanged(text: string, { from, to }: Span): Part {
  return { from, to, text: text.slice(from, to), words: { from: 0, to: to - from } };
}

function placeOfMarks(text: string, span: Span, format: MarkFormat): 'around' | 'inside' | 'none' {
  const { open, close } = marksAround(text, span, format);
  if (open !== '' && close !== '') return 'around';
  return withoutOwnMarks(text.slice(span.from, span.to), format) === null ? 'none' : 'inside';
}

function marksAround(text: string, { from, to }: Span, format: MarkFormat): Marks {
  for (const { open, close } of possibleMarks(text.slice(from, to), format))
    if (text.slice(0, from).endsWith(open) && text.startsWith(close, to) && !isHalfOfTwo(text, from, to, open))
      return { open, close };
  return { open: '', close: '' };
}

/** One star of two is none of its own; the third one of three is. */
function isHalfOfTwo(text: string, from: number, to: number, open: string): boolean {
  if (open !== '*') return false;
  const before = /\**$/.exec(text.slice(0, from))?.[0].length ?? 0;
  const after = /^\**/.exec(text.slice(to))?.[0].length ?? 0;
  return Math.min(before, after) === 2;
}

function withoutOwnMarks(words: string, format: MarkFormat): string | null {
  if (format === 'code') {
    const [, , , inner] = /^(`+)( ?)(?!`)((?:(?!\1)[^])*[^`])\2\1$/.exec(words) ?? [];
    return inner ?? null;
  }
  for (const { open, close } of possibleMarks(words, format)) {
    const isHalf = open === '*' && /^\*\*(?!\*)|(?<!\*)\*\*$/.test(words);
    if (!isHalf && words.length > open.length + close.length && words.startsWith(open) && words.endsWith(close))
      return words.slice(open.length, -close.length);
  }
  return null;
}

function marksFor(words: string, format: MarkFormat): Marks {
  return possibleMarks(words, format)[0] ?? { open: '', close: '' };
}

/** The first ones are written; all of them are understood. */
function possibleMarks(words: string, format: MarkFormat): readonly Marks[] {
  if (format === 'code') return [marksForCode(words)];
  const marks = format === 'italic' ? [MARKS.italic, '*'] : [MARKS[format]];
  return marks.map((mark) => ({ open: mark, close: mark }));
}

/** More backticks than there are in a row within. */
function marksForCode(words: string): Marks {
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  const space = words.startsWith('`') || words.endsWith('`') ? ' ' : '';
  return { open: ticks + space, close: space + ticks };
}

/** What a line begins with and what is no words: signs of quotes, lists, tasks and headings. */
const LINE_SIGNS = /^\s*(?:>\s?|[-*•]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+|#{1,6}\s+)*/;

/** The words that are selected, line by line. */
function spansOf(selected: Selected): readonly Span[] {
  const { text } = selected;
  const words = wordsOf(selected);
  const spans: Span[] = [];
  for (let start = words.from; start <= words.to;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd === -1 ? words.to : Math.min(lineEnd, words.to);
    const line = { from: start, to: end };
    const span = trimmed(text, start === words.from ? line : withoutSigns(text, line));
    // Spaces alone are no words: marks around nothing would be text.
    if (span.to > span.from) spans.push(span);
    start = end + 1;
  }
  return spans.length > 0 ? spans : [words];
}

function withoutSigns(text: string, { from, to }: Span): Span {
  const signs = LINE_SIGNS.exec(text.slice(from, to))?.[0].length ?? 0;
  return { from: from + signs, to };
}

function trimmed(text: string, { from, to }: Span): Span {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return { from: start, to: start + words.trim().length };
}

function joined(text: string, parts: readonly Part[]): Edit {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return { from: 0, to: 0, text: '', selection: { from: 0, to: 0 } };
  let result = '';
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    if (before) result += text.slice(before.to, part.from);
    result += part.text;
  }
  // Of one span the words stay selected; of several everything, with the marks between them.
  const words = parts.length === 1 ? first.words : { from: 0, to: result.length };
  const selection = { from: first.from + words.from, to: first.from + words.to };
  return { from: first.from, to: last.to, text: result, selection };
}
