import { median } from '../measure/statistics.js';
import type { Section } from '../works/index.js';
import type { Column, Row, Wanted, Work } from '../works/work.js';
import type { Results } from './results.js';

const COLUMNS: readonly Column[] = [
  'raw',
  'raw synced',
  'batched',
  'batched synced',
  'Socket.IO',
  'Mercurius',
  'textbook',
  'ours',
];

/** In Markdown, a table for each section: medians, ours as a multiple of raw, and whether what is wanted is reached. */
export function tables(sections: readonly Section[], results: Results): string {
  return inSections(sections, results, ['ours ÷ raw', 'wanted', 'reached'], medianOf, (work, row) => {
    const [ours, raw] = [runsOf('ours', work, row, results), runsOf(row.comparedWith ?? 'raw', work, row, results)];
    return [
      ours.length > 0 && raw.length > 0 && median(raw) > 0 ? multipleOf(row, median(ours) / median(raw)) : '–',
      row.wanted ? inWords(row, row.wanted) : '–',
      row.wanted ? verdict(row.wanted, ours, raw) : '–',
    ];
  });
}

/** In Markdown, a table for each section: the least and the most of all runs. */
export function tablesOfSpread(sections: readonly Section[], results: Results): string {
  return inSections(sections, results, [], spreadOf, () => []);
}

/** Only the rows and columns that hold something: not everybody takes part in everything. */
function inSections(
  sections: readonly Section[],
  results: Results,
  further: readonly string[],
  cell: (runs: readonly number[]) => string,
  furtherCells: (work: Work, row: Row) => string[],
): string {
  const drawn = sections.map(({ title, works }) => {
    const rows = works.flatMap((work) => work.rows.map((row) => ({ work, row })));
    const has = (column: Column, { work, row }: { work: Work; row: Row }) =>
      runsOf(column, work, row, results).length > 0;
    const measured = rows.filter((row) =>
      // What is told of one kind of our clients tells nothing without it.
      row.row.columns?.ours ? has('ours', row) : COLUMNS.some((column) => has(column, row)),
    );
    const columns = COLUMNS.filter((column) => measured.some((row) => has(column, row)));
    const lines = measured.map(({ work, row }) => [
      row.title,
      ...columns.map((column) => cell(runsOf(column, work, row, results))),
      ...furtherCells(work, row),
    ]);
    const head = [title, ...columns, ...further];
    return lines.length === 0 ? '' : markdown([head, head.map(() => '---'), ...lines]);
  });
  return drawn.filter((table) => table !== '').join('\n\n');
}

function markdown(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function runsOf(column: Column, work: Work, row: Row, results: Results): number[] {
  const contestant = row.columns?.[column] === undefined ? column : row.columns[column];
  return contestant === null ? [] : results.of(work.name, contestant, row.measure);
}

function verdict({ bound, value, timesRaw }: Wanted, ours: readonly number[], raw: readonly number[]): string {
  if (ours.length === 0 || (timesRaw && raw.length === 0)) return '–';
  const limit = timesRaw ? value * median(raw) : value;
  const reached = bound === 'at most' ? median(ours) <= limit : median(ours) >= limit;
  return reached ? 'yes' : '**no**';
}

function inWords(row: Row, { bound, value, timesRaw }: Wanted): string {
  return `${bound === 'at most' ? '≤' : '≥'} ${timesRaw ? multipleOf(row, value) : value.toLocaleString('en')}`;
}

function multipleOf({ comparedWith }: Row, value: number): string {
  const multiple = `×${String(Number(value.toFixed(2)))}`;
  return comparedWith === undefined ? multiple : `${multiple} synced`;
}

function medianOf(runs: readonly number[]): string {
  return runs.length === 0 ? '–' : figure(median(runs));
}

function spreadOf(runs: readonly number[]): string {
  return runs.length === 0 ? '–' : `${figure(Math.min(...runs))} to ${figure(Math.max(...runs))}`;
}

function figure(value: number): string {
  if (value === 0) return '0';
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(value >= 100 ? 3 : 2);
}
