import { parseArgs } from 'node:util';
import { launchBrowser } from '../../test/support/browser/browser.js';
import { writeClientPage } from './report/client-page.js';
import { keepSections } from './report/kept-sections.js';
import type { Section } from './report/row.js';
import { tables } from './report/tables.js';
import { openCrowdedServer } from './server/crowded-server.js';
import { WORKS } from './works/index.js';

const { quick, only } = readOptions(process.argv.slice(2));
// What was begun is tidied up at the exit, which a signal alone does not reach.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

console.log('Filling the rooms.');
const messages = quick ? 5_000 : 100_000;
const server = await openCrowdedServer({ messages, rooms: 50 });
const browser = await launchBrowser();
const measured: Record<string, Section> = {};
for (const [name, work] of Object.entries(WORKS)) {
  if (only && !only.includes(name)) continue;
  console.log(`Measuring: ${name}.`);
  const section = await work(browser, server);
  if (section) measured[name] = section;
}
console.log(`\n${tables(Object.values(measured))}`);
if (!quick) {
  const all = keepSections(measured);
  const sections = Object.keys(WORKS).flatMap((name) => all[name] ?? []);
  await writeClientPage(sections, { messages, browser: browser.version() });
}
await browser.close();
process.exit(0);

function readOptions(args: readonly string[]): { quick: boolean; only: readonly string[] | undefined } {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  return { quick: values.quick, only: values.only?.split(',') };
}
