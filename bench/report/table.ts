import { median, spread } from '../measure/statistics.js';
import type { Column, Row, Wanted, Work } from '../works/work.js';
import type { Results } from './results.js';

const COLUMNS: readonly Column[] = ['raw', 'batched', 'textbook', 'ours'];

/** The table in Markdown: medians, ours as a multiple of raw, and whether what is wanted is reached. */
export function table(works: readonly Work[], results: Results): string {
  const head = ['work', ...COLUMNS, 'ours ÷ raw', 'wanted', 'reached', 'spread of ours'];
  const rows = works.flatMap((work) => work.rows.map((row) => cells(work, row, results)));
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cells(work: Work, row: Row, results: Results): string[] {
  const runsOf = (column: Column) => {
    const contestant = row.columns?.[column] === undefined ? column : row.columns[column];
    return contestant === null ? [] : results.of(work.name, contestant, row.measure);
  };
  const [ours, raw] = [runsOf('ours'), runsOf('raw')];
  const reached = row.wanted && reachedBy(row.wanted, ours, raw);
  return [
    row.title,
    ...COLUMNS.map((column) => figure(runsOf(column))),
    ours.length > 0 && raw.length > 0 ? `×${(median(ours) / median(raw)).toFixed(2)}` : '–',
    row.wanted ? inWords(row.wanted) : '–',
    reached === undefined ? '–' : reached ? 'yes' : '**no**',
    ours.length > 1 ? `${(spread(ours) * 100).toFixed(0)} %` : '–',
  ];
}

function reachedBy({ bound, value, timesRaw }: Wanted, ours: number[], raw: number[]): boolean | undefined {
  if (ours.length === 0 || (timesRaw && raw.length === 0)) return undefined;
  const limit = timesRaw ? value * median(raw) : value;
  return bound === 'at most' ? median(ours) <= limit : median(ours) >= limit;
}

function inWords({ bound, value, timesRaw }: Wanted): string {
  return `${bound === 'at most' ? '≤' : '≥'} ${timesRaw ? `×${String(value)} raw` : String(value)}`;
}

function figure(runs: readonly number[]): string {
  if (runs.length === 0) return '–';
  const value = median(runs);
  if (value === 0) return '0';
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(value >= 100 ? 3 : 2);
}
