import { spawn } from 'node:child_process';
import { plainError } from '../bootstrap/plain-error.mjs';
import { fromRoot, root } from '../bootstrap/root.mjs';

const PATHS = {
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
  eslint: 'eslint/bin/eslint.js',
  ng: '@angular/cli/bin/ng.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
};

/** Runs a tool from node_modules to its end; what it says is shown as it says it. */
export async function runTool(name, args) {
  await runNode([fromRoot('node_modules', PATHS[name]), ...args], name);
}

export async function runNode(args, name = args[0]) {
  const status = await ending(startNode(args));
  if (status !== 0) throw plainError(`${name} failed.`);
}

export function startTool(name, args) {
  return startNode([fromRoot('node_modules', PATHS[name]), ...args]);
}

export function startNode(args, options = {}) {
  const env = { ...process.env, NG_CLI_ANALYTICS: 'false', ...options.env };
  return spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options, env });
}

export function ending(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => resolve(status));
  });
}
