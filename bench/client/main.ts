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
const measured: Section[] = [];
for (const [name, work] of Object.entries(WORKS)) {
  if (only && !only.includes(name)) continue;
  console.log(`Measuring: ${name}.`);
  const section = await work(browser, server);
  measured.push(section);
  // At once: whoever stops it keeps what has been measured by then.
  if (!quick) await writeClientPage(sectionsWith(name, section), { messages, browser: browser.version() });
}
console.log(`\n${tables(measured)}`);
await browser.close();
process.exit(0);

/** In the order of the page. */
function sectionsWith(name: string, section: Section): readonly Section[] {
  const all = keepSections({ [name]: section });
  return Object.keys(WORKS).flatMap((work) => all[work] ?? []);
}

function readOptions(args: readonly string[]): { quick: boolean; only: readonly string[] | undefined } {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  return { quick: values.quick, only: values.only?.split(',') };
}
