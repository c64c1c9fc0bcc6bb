import { type Spent, readSelfTimes } from './cpu-profile.js';
import { nameOf, placeOf } from './place.js';

/** Of places, and of functions: those that took longest. */
export const SHOWN = 25;

/** Where the time of a profile went, in Markdown: by place, and by function. */
export function summaryOf(file: string): string {
  const spent = readSelfTimes(file);
  return [tableOf('where', spent, placeOf), tableOf('function', spent, nameOf)].join('\n\n');
}

function tableOf(title: string, spent: readonly Spent[], keyOf: (spent: Spent) => string): string {
  const sums = new Map<string, number>();
  for (const one of spent) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.microseconds);
  const total = spent.reduce((sum, { microseconds }) => sum + microseconds, 0);
  const rows = [...sums].toSorted(([, a], [, b]) => b - a).slice(0, SHOWN);
  return [
    `| ${title} | ms | share |`,
    '| --- | --- | --- |',
    ...rows.map(([key, sum]) => `| \`${key}\` | ${(sum / 1000).toFixed(0)} | ${((sum / total) * 100).toFixed(1)} % |`),
  ].join('\n');
}
