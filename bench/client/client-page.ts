import type { Row } from './row.js';

interface Circumstances {
  readonly messages: number;
  readonly machine: string;
  readonly browser: string;
}

/** docs/client.md. */
export function clientPage(rows: readonly Row[], { messages, machine, browser }: Circumstances): string {
  const sections = [...new Set(rows.map(({ section }) => section))];
  return `# The client in figures

Written by \`npm run bench:client\`, on the demo's server with ${messages.toLocaleString('en')} messages.

Measured on ${machine} with Chromium ${browser}, which draws in software; server and browser share the cores. Sizes are those of the bodies as they come over the line, compressed; kB are thousands of bytes.
Sizes and requests are counted and come out the same each time, and tests hold them (\`test/e2e/first-load.test.ts\`). Times are of this machine, and of one run.

${sections.map((section) => table(section, rows)).join('\n')}`;
}

function table(section: string, rows: readonly Row[]): string {
  const own = rows.filter((row) => row.section === section);
  const lines = own.map(({ name, figure, unit, wanted }) => {
    const words = `${figure.toFixed(unit === '' ? 0 : figure < 10 ? 1 : 0)} ${unit}`.trim();
    const wish = wanted === undefined ? '' : `≤ ${String(wanted)} ${unit}`.trim();
    const isReached = wanted === undefined ? '' : figure <= wanted ? 'yes' : '**no**';
    return `| ${name} | ${words} | ${wish} | ${isReached} |`;
  });
  return `## ${section}\n\n| what | figure | wanted | reached |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
}
