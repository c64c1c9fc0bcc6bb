import { hasWords } from './has-words.js';
import type { Alignment } from './message-tree.js';
import type { Context, Found } from './block-reading.js';
import { readInline } from './read-inline.js';

const RULE = /^\s*:?-+:?\s*$/;

/** A table: a head, a line of dashes with as many cells, and the lines after it that have a bar. */
export function readTable(lines: readonly string[], at: number, { shortcodes }: Context): Found | null {
  const rules = cellsOf(lines[at + 1] ?? '');
  if (!rules.every((cell) => RULE.test(cell)) || !(lines[at + 1] ?? '').includes('|')) return null;
  const head = cellsOf(lines[at] ?? '');
  if (!(lines[at] ?? '').includes('|') || head.length !== rules.length) return null;
  const rows = [head];
  let next = at + 2;
  for (; (lines[next] ?? '').includes('|'); next += 1) rows.push(cellsOf(lines[next] ?? ''));
  if (!hasWords(rows.flat().join(''))) return null;
  const alignments = rules.map(alignmentOf);
  const block = {
    kind: 'table',
    alignments,
    rows: rows.map((row) => row.map((cell) => readInline(cell, shortcodes))),
  } as const;
  return { block, next };
}

/** Split at the bars that have no backslash before them; the ones around a row are not counted. */
function cellsOf(line: string): string[] {
  const bare = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return bare.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function alignmentOf(rule: string): Alignment {
  const cell = rule.trim();
  const left = cell.startsWith(':');
  const right = cell.endsWith(':');
  if (left && right) return 'center';
  return right ? 'right' : left ? 'left' : null;
}
