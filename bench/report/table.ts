import { median } from '../measure/statistics.js';
import type { Column, Row, Wanted, Work } from '../works/work.js';
import type { Results } from './results.js';

const COLUMNS: readonly Column[] = ['raw', 'batched', 'textbook', 'ours'];

/** In Markdown: medians, ours as a multiple of raw, and whether what is wanted is reached. */
export function table(works: readonly Work[], results: Results): string {
  const head = ['work', ...COLUMNS, 'ours ÷ raw', 'wanted', 'reached'];
  return markdown(head, works, (work, row) => {
    const [ours, raw] = [runsOf('ours', work, row, results), runsOf('raw', work, row, results)];
    return [
      ...COLUMNS.map((column) => medianOf(runsOf(column, work, row, results))),
      ours.length > 0 && raw.length > 0 && median(raw) > 0 ? `×${(median(ours) / median(raw)).toFixed(2)}` : '–',
      row.wanted ? inWords(row.wanted) : '–',
      row.wanted ? verdict(row.wanted, ours, raw) : '–',
    ];
  });
}

/** In Markdown: the least and the most of all runs. */
export function tableOfSpread(works: readonly Work[], results: Results): string {
  return markdown(['work', ...COLUMNS], works, (work, row) =>
    COLUMNS.map((column) => {
      const runs = runsOf(column, work, row, results);
      return runs.length === 0 ? '–' : `${figure(Math.min(...runs))} to ${figure(Math.max(...runs))}`;
    }),
  );
}

function markdown(head: readonly string[], works: readonly Work[], cells: (work: Work, row: Row) => string[]): string {
  const rows = works.flatMap((work) => work.rows.map((row) => [row.title, ...cells(work, row)]));
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
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

function inWords({ bound, value, timesRaw }: Wanted): string {
  return `${bound === 'at most' ? '≤' : '≥'} ${timesRaw ? `×${String(value)} raw` : String(value)}`;
}

function medianOf(runs: readonly number[]): string {
  return runs.length === 0 ? '–' : figure(median(runs));
}

function figure(value: number): string {
  if (value === 0) return '0';
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(value >= 100 ? 3 : 2);
}
