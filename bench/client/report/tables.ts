import type { Row, Section, Wanted } from './row.js';

/** In Markdown: each section with a sentence of its own and a table. */
export function tables(sections: readonly Section[]): string {
  return sections.map(tableOf).join('\n\n');
}

function tableOf({ title, ifSlow, rows }: Section): string {
  const lines = rows.map((row) => [row.name, inWords(row), row.wanted ? wish(row, row.wanted) : '–', verdict(row)]);
  const table = [['', 'figure', 'wanted', 'reached'], ['---', '---', '---', '---'], ...lines];
  return `## ${title}\n\n${ifSlow}\n\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`;
}

function inWords({ figure, unit }: Row): string {
  return figure === undefined ? '–' : withUnit(rounded(figure), unit);
}

function wish({ unit }: Row, { bound, value }: Wanted): string {
  return `${bound} ${withUnit(value.toLocaleString('en'), unit)}`;
}

function verdict({ figure, wanted }: Row): string {
  if (figure === undefined || !wanted) return '–';
  const isReached = wanted.bound === '≤' ? figure <= wanted.value : figure >= wanted.value;
  return isReached ? 'yes' : '**no**';
}

function withUnit(figure: string, unit: Row['unit']): string {
  return unit === '×' ? `×${figure}` : `${figure} ${unit}`.trim();
}

function rounded(figure: number): string {
  if (Number.isInteger(figure) || Math.abs(figure) >= 100) return Math.round(figure).toLocaleString('en');
  return figure.toFixed(Math.abs(figure) < 10 ? 2 : 1);
}
