import type { Browser } from 'playwright-core';
import { median } from '../../measure/statistics.js';
import { DESKTOP, Visit } from '../page/visit.js';
import { atMost, type Section } from '../report/row.js';
import type { CrowdedServer } from '../server/crowded-server.js';

const LENGTH = 8000;
const TIMES = 5;

/** By name: texts that readers of Markdown have taken seconds for. */
const SHAPES: Readonly<Record<string, string>> = {
  'plain words': 'What was said there, and by whom it was said. '.repeat(200),
  'lines of =': '====================\n'.repeat(400),
  'a letter a line': 'a\n'.repeat(4000),
  'nested quotes': `${'> '.repeat(20)}deep\n`.repeat(170),
  'a table of 2,000 cells': '|a|b|c|d\n|-|-|-|-\n' + '|123|456|7|89\n'.repeat(499),
  asterisks: '*a **b '.repeat(1200),
  'open brackets': '['.repeat(LENGTH),
  backticks: '`a ``b ```c '.repeat(700),
  addresses: 'https://example.com/a?b=c '.repeat(300),
  'a block of code': `\`\`\`ts\n${'const sum = (a: number, b: number) => a + b;\n'.repeat(170)}\`\`\``,
};

/** Somebody else sends a message of 8,000 characters into the room that is open: what it costs the page more than a short one. */
export async function measuredLongMessages(browser: Browser, server: CrowdedServer): Promise<Section> {
  const visit = await Visit.begins(browser, server, DESKTOP);
  await visit.signsIn();
  await visit.opens(server.longRoom.id);
  await costOf(visit, server, 'Yes.');
  const short = median(await repeated(TIMES, () => costOf(visit, server, 'Yes.')));
  const rows = [];
  for (const [name, text] of Object.entries(SHAPES)) {
    const costs = await repeated(TIMES, () => costOf(visit, server, text.slice(0, LENGTH).trim()));
    rows.push({ name, figure: Math.max(0, median(costs) - short), unit: 'ms' as const, wanted: atMost(16) });
  }
  await visit.ends();
  return {
    title: 'A message of 8,000 characters',
    ifSlow:
      'If it were slow, one message would stop everybody who looks at the room. What the page’s own thread does for it from its coming until it is painted, beyond what it does for a message of one word: reading it, making its elements, laying them out and painting them.',
    rows: [{ name: 'a message of one word', figure: short, unit: 'ms' }, ...rows],
  };
}

async function costOf(visit: Visit, { ben, longRoom }: CrowdedServer, body: string): Promise<number> {
  const before = await visit.worked();
  const { number } = await ben.says(longRoom.id, body);
  await visit.page.locator(`app-timeline article[aria-posinset="${String(number)}"]`).waitFor();
  await visit.page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
  return (await visit.worked()) - before;
}

async function repeated<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let time = 0; time < times; time += 1) results.push(await work());
  return results;
}
