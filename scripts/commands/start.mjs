import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fromRoot } from '../bootstrap/root.mjs';
import { build } from '../build/build.mjs';

/** In this very process: signals and the exit status need no messenger, and the second start is up sooner. */
export async function run() {
  await build();
  loadSettings();
  await import(pathToFileURL(fromRoot('dist/server/main.js')).href);
}

/** What the environment says already wins over the file. */
export function loadSettings() {
  const file = fromRoot('.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
