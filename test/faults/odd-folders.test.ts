import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, expect, it } from 'vitest';
import { rounds } from '../support/chance/rounds.js';

const run = promisify(execFile);

/** What people call their folders, and what programs take for something else: an escape, a fragment, a quote, a second argument. */
const ODD = ['50%25', '100 %', 'room #1', "Ada's", 'say "hi"', 'two  words', 'Grüße 東京', '(new) [1] {2} & $HOME'];
const NAMES = [ODD.join(' '), ...ODD].slice(0, rounds({ quick: 1, thorough: ODD.length + 1 }));

/** All that a build reads. */
const INPUTS = [
  ...['client', 'docs', 'packages', 'src', 'scripts', 'node_modules'],
  ...['angular.json', 'package.json', 'package-lock.json', 'schema.graphql', 'tsconfig.json'],
];

const LINKED = process.platform === 'linux' ? '-al' : '-R';

/** On the disk that the packages are on, so that links to them can be made. */
const parent = mkdtempSync(resolve('dist', 'folders-'));
afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});
/** Each holds a hundred thousand links: all of them together take longer to remove than a hook may. */
afterEach(async () => {
  for (const folder of readdirSync(parent)) await rm(join(parent, folder), { recursive: true, force: true });
}, 300_000);

it.each(NAMES)(
  'in a folder that is called %s, server and client are built',
  async (name) => {
    const folder = join(parent, name);
    await mkdir(folder);
    // Links to the same files: a link to the whole folder would hide its name from what runs in it.
    for (const input of INPUTS) await run('cp', [LINKED, input, join(folder, input)]);
    await run(process.execPath, ['scripts/run.mjs', 'build'], { cwd: folder });
    for (const built of ['dist/server/main.js', 'dist/client/browser/index.html'])
      expect(existsSync(join(folder, built)), built).toBe(true);
    const { stdout } = await run(process.execPath, ['dist/server/print-schema.js'], { cwd: folder });
    expect(stdout).toContain('type Query');
  },
  600_000,
);
