import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { plainError } from '../bootstrap/plain-error.mjs';
import { fromRoot } from '../bootstrap/root.mjs';

const FILE = fromRoot('.env.example');

/** Writes .env.example from the table that the server itself reads its settings by. */
export async function writeEnvExample() {
  writeFileSync(FILE, await example());
}

export async function checkEnvExample() {
  if (existsSync(FILE) && readFileSync(FILE, 'utf8') === (await example())) return;
  throw plainError('.env.example is not what the server reads: run `npm run generate` and commit the difference.');
}

async function example() {
  const { SETTINGS } = await import('../../dist/server/config/settings.js');
  const entries = Object.values(SETTINGS).map(
    ({ name, sentence, fallback }) => `# ${sentence}\n# ${name}=${fallback ?? ''}\n`,
  );
  const introduction = '# Copy this file to .env and take the # away from what you set. All of it may stay as it is.\n';
  return [introduction, ...entries].join('\n');
}
