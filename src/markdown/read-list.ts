import type { Context, Found } from './block-reading.js';
import { hasWords } from './has-words.js';
import type { Block, ListItem } from './message-tree.js';

interface Marker {
  readonly indent: number;
  /** Where the item's text begins. */
  readonly width: number;
  readonly number: number | null;
  readonly delimiter: '.' | ')' | null;
  readonly text: string;
}

interface Gathered {
  readonly marker: Marker;
  readonly lines: string[];
}

type ReadBlocks = (lines: readonly string[], context: Context) => Block[];

const BULLET = /^( {0,3})([-*•])[ \t]+(.*)$/;
const NUMBER = /^( {0,3})(0|[1-9]\d{0,8})([.)])[ \t]+(.*)$/;
const TASK = /^\[([ xX])\][ \t]+(.*)$/;

/** A list. One line that begins with a number is a sentence; two of them are a list, and each keeps its number. */
export function readList(lines: readonly string[], at: number, context: Context, read: ReadBlocks): Found | null {
  const first = markerOf(lines[at] ?? '');
  if (!first) return null;
  const { items, next } = gather(lines, at, first);
  if (first.delimiter !== null && items.length < 2) return null;
  const inner = { ...context, depth: context.depth + 1 };
  const block = {
    kind: 'list',
    delimiter: first.delimiter,
    items: items.map((item) => itemOf(item, inner, read)),
  } as const;
  return { block, next };
}

function itemOf({ marker, lines }: Gathered, context: Context, read: ReadBlocks): ListItem {
  const task = marker.delimiter === null ? TASK.exec(marker.text) : null;
  const words = task?.[2];
  const isTask = words !== undefined && hasWords(words);
  return {
    number: marker.number,
    done: isTask ? task?.[1] !== ' ' : null,
    blocks: read([isTask ? words : marker.text, ...lines], context),
  };
}

/** The items, with the lines beneath them that are indented. */
function gather(lines: readonly string[], at: number, first: Marker): { items: Gathered[]; next: number } {
  const items: Gathered[] = [{ marker: first, lines: [] }];
  let next = at + 1;
  let blanks: string[] = [];
  for (let index = next; index < lines.length; index += 1) {
    const line = withSpaces(lines[index] ?? '');
    const last = items.at(-1);
    if (!last) break;
    if (line.trim() === '') {
      blanks.push('');
      continue;
    }
    const marker = markerOf(line);
    const indent = line.length - line.trimStart().length;
    if (indent >= Math.min(last.marker.width, first.indent + 2))
      last.lines.push(...blanks, line.slice(Math.min(indent, last.marker.width)));
    else if (marker?.delimiter === first.delimiter) items.push({ marker, lines: [] });
    else break;
    blanks = [];
    next = index + 1;
  }
  return { items, next };
}

function markerOf(line: string): Marker | null {
  const spaced = withSpaces(line);
  const bullet = BULLET.exec(spaced);
  const number = bullet ? null : NUMBER.exec(spaced);
  const text = bullet?.[3] ?? number?.[4];
  const indent = (bullet ?? number)?.[1]?.length ?? 0;
  if (text === undefined || !(hasWords(text) || text.startsWith('```'))) return null;
  const delimiter = number?.[3] === '.' ? '.' : number ? ')' : null;
  return { indent, width: spaced.length - text.length, number: number ? Number(number[2]) : null, delimiter, text };
}

/** With the tabs before its text as spaces. */
function withSpaces(line: string): string {
  return line.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '    '));
}
