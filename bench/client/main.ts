import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { CAST, PASSWORD } from '../../scripts/demo/cast.mjs';
import { seed } from '../../scripts/demo/seed.mjs';
import { startThrowawayServer } from '../../scripts/demo/throwaway-server.mjs';
import { launchBrowser } from '../../test/support/browser/browser.js';
import { clientPage } from './client-page.js';
import { measuredLoads } from './loads.js';
import { measuredSwitches } from './switches.js';

/** The demo's server with all its messages: what somebody sees who opens it, and what that costs their line and their browser. */
const server = await startThrowawayServer();
const browser = await launchBrowser();
try {
  console.log('Filling the rooms.');
  const messages = await seed(server);
  const [person] = CAST;
  if (!person) throw new Error('The demo has people.');
  const place = { url: server.address, username: person.username, password: PASSWORD };
  const rows = [...(await measuredLoads(browser, place)), ...(await measuredSwitches(browser, place))];
  const page = clientPage(rows, { messages, machine: machine(), browser: browser.version() });
  console.log(page);
  writeFileSync('docs/client.md', page);
} finally {
  await browser.close();
  server.stop();
  await server.ended;
}

function machine(): string {
  const cores = cpus();
  return `${String(cores.length)} cores (${cores[0]?.model.trim() ?? 'unknown'})`;
}
