import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { plainError } from '../bootstrap/plain-error.mjs';
import { fromRoot } from '../bootstrap/root.mjs';
import { buildServer } from '../build/server.mjs';
import { loadSettings } from '../commands/start.mjs';

/** The archive that is named, seen from where npm was called, and the options of those known that were given. */
export function archiveIn(command, args, known) {
  const options = args.filter((arg) => arg.startsWith('--'));
  const [file, ...others] = args.filter((arg) => !arg.startsWith('--'));
  if (file === undefined || others.length > 0 || !options.every((option) => known.includes(option)))
    throw plainError(`Usage: npm run ${command} -- FILE${known.map((option) => ` [${option}]`).join('')}`);
  return { archive: resolve(process.env.INIT_CWD ?? '', file), options };
}

/** The settings of the server that `npm start` would start. */
export async function settingsOf() {
  mkdirSync(fromRoot('dist'), { recursive: true });
  await buildServer();
  loadSettings();
  const { readSettings } = await import('../../dist/server/config/index.js');
  return inOneLine(() => readSettings(process.env));
}

/** Whoever runs a server sees why something did not work, and no stack. */
export async function inOneLine(work) {
  try {
    return await work();
  } catch (error) {
    throw plainError(error.message);
  }
}
