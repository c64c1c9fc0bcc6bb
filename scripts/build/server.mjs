import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fromRoot } from '../bootstrap/root.mjs';
import { onlyIfChanged } from './fingerprint.mjs';
import { runTool } from './tool.mjs';

export const SERVER_STAMP = 'dist/.server-inputs';

// The notes of the incremental compiler live and die with its output: kept elsewhere, they would say "nothing to do" of an empty folder.
export const SERVER_COMPILER = [
  '-p',
  'tsconfig.json',
  '--incremental',
  '--tsBuildInfoFile',
  'dist/server/.tsbuildinfo',
];

const inputs = ['src', 'tsconfig.json', 'package.json', 'package-lock.json', 'scripts/build/server.mjs'];

export function buildServer() {
  return onlyIfChanged({ stamp: SERVER_STAMP, inputs, output: 'dist/server/main.js' }, async () => {
    console.log('Building the server.');
    await runTool('tsc', SERVER_COMPILER);
    removeOutputWithoutSource();
  });
}

/** A deleted migration must not go on living in dist. */
function removeOutputWithoutSource() {
  const dist = fromRoot('dist/server');
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const output = /^(?<name>.+?)\.(?:js|d\.ts)(?:\.map)?$/.exec(entry.name);
    if (!entry.isFile() || !output) continue;
    const source = fromRoot('src', relative(dist, entry.parentPath), `${output.groups.name}.ts`);
    if (!existsSync(source)) rmSync(join(entry.parentPath, entry.name));
  }
}
