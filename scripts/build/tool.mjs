import { spawn } from 'node:child_process';
import { text as textOf } from 'node:stream/consumers';
import { plainError } from '../bootstrap/plain-error.mjs';
import { fromRoot, root } from '../bootstrap/root.mjs';

const PATHS = {
  eslint: 'eslint/bin/eslint.js',
  ng: '@angular/cli/bin/ng.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
};

/** Runs a tool from node_modules to its end; what it says is shown as it says it. */
export async function runTool(name, args) {
  await runNode([fromRoot('node_modules', PATHS[name]), ...args], name);
}

/** The same, silent where all went well and nobody is warned of anything. */
export async function runToolQuietly(name, args, env) {
  const child = startTool(name, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const [output, errors, status] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ending(child)]);
  if (status !== 0 || /warning/i.test(output + errors)) console.error(output + errors);
  if (status !== 0) throw plainError(`${name} failed.`);
}

export async function runNode(args, name = args[0]) {
  const status = await ending(startNode(args));
  if (status !== 0) throw plainError(`${name} failed.`);
}

export function startTool(name, args, options) {
  return startNode([fromRoot('node_modules', PATHS[name]), ...args], options);
}

/** Sass's own program takes the place where it lies for a URL, in which % begins a code. The Sass in JavaScript is slower, and starts anywhere. */
const SASS = root.includes('%') ? { NG_BUILD_SASS_EMBEDDED: '0' } : {};

export function startNode(args, options = {}) {
  const env = { ...process.env, NG_CLI_ANALYTICS: 'false', ...SASS, ...options.env };
  return spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options, env });
}

export function ending(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => resolve(status));
  });
}
