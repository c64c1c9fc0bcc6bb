import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { format, resolveConfig } from 'prettier';
import type { Section } from './row.js';
import { tables } from './tables.js';

const PAGE = 'docs/client.md';
const BY_HAND = '<!-- From here on by hand; `npm run bench:client` keeps it. -->';

export interface Circumstances {
  readonly messages: number;
  readonly browser: string;
}

/** Writes what was measured; what somebody has written below it stays. */
export async function writeClientPage(sections: readonly Section[], circumstances: Circumstances): Promise<void> {
  const byHand = (existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '').split(BY_HAND)[1] ?? '\n';
  const text = `${introduction(circumstances)}\n\n${tables(sections)}\n\n${BY_HAND}${byHand}`;
  writeFileSync(PAGE, await format(text, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}

function introduction({ messages, browser }: Circumstances): string {
  return `# The client at its limits

Written by \`npm run bench:client\`, which takes less than ten minutes. \`npm run bench:client -- --quick\` takes about two and prints its tables only, \`--only frames,switches\` measures these anew and keeps the other figures.

Measured on ${machine()} with Chromium ${browser}, which draws in software; server and browser share the cores. The longest room has ${messages.toLocaleString('en')} messages:
every 20th has a picture, every 12th a preview of a page, every 15th a block of code, every 6th reactions. kB are thousands of bytes as they come over the line, compressed. What can be counted
(bytes, requests, elements, listeners) comes out the same each time, and tests hold it; times are of this machine.`;
}

function machine(): string {
  const cores = cpus();
  return `${String(cores.length)} cores (${cores[0]?.model.trim() ?? 'unknown'}), Node ${process.version}`;
}
