import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { launchBrowser } from '../../test/support/browser/browser.js';
import { clientPage } from './client-page.js';
import { measuredLoads } from './loads.js';
import { measuredSwitches } from './switches.js';

/** At a server that is full of messages (scripts/commands/bench-client.mjs): what somebody sees who opens it, and what that costs their line and their browser. */
const [url, username, password, messages] = process.argv.slice(2);
if (!url || !username || !password) throw new Error('Where, as whom, and with which password?');

const browser = await launchBrowser();
try {
  const place = { url, username, password };
  const rows = [...(await measuredLoads(browser, place)), ...(await measuredSwitches(browser, place))];
  const page = clientPage(rows, { messages: Number(messages), machine: machine(), browser: browser.version() });
  console.log(page);
  writeFileSync('docs/client.md', page);
} finally {
  await browser.close();
}

function machine(): string {
  const cores = cpus();
  return `${String(cores.length)} cores (${cores[0]?.model.trim() ?? 'unknown'})`;
}
