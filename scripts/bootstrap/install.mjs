import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { plainError } from './plain-error.mjs';
import { fromRoot, root } from './root.mjs';

const STAMP = fromRoot('node_modules', '.tertulia-lock');

/** Installs what package-lock.json says, only when it is missing or out of date. */
export function ensureInstalled() {
  const lock = readFileSync(fromRoot('package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  if (!isInstalled(JSON.parse(lock))) install();
  writeFileSync(STAMP, wanted);
}

/** What npm itself noted at its last install; whoever ran `npm ci` by hand need not wait for a second one. */
function isInstalled({ packages }) {
  const note = fromRoot('node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const present = JSON.parse(readFileSync(note, 'utf8')).packages;
  const isPresent = (path) => present[path]?.version === packages[path].version && existsSync(fromRoot(path));
  const isWanted = (path) => path !== '' && !packages[path].optional;
  return Object.keys(packages).filter(isWanted).every(isPresent) && hasOptional(packages, present);
}

/** Of the optional packages most are for other platforms; those that npm chose for this one have to be of the right version. */
function hasOptional(packages, present) {
  return Object.keys(present).every((path) => present[path].version === packages[path]?.version);
}

function install() {
  console.log('Installing the packages that package-lock.json names. This takes a minute or two, once.');
  // Dev dependencies build the client, so they are wanted whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] };
  // The Node that runs npm, not the packaged one: `npm ci` is about to replace that.
  const { status, error } = npm
    ? spawnSync(node, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) throw plainError(`The packages could not be installed${error ? `: ${error.message}` : '.'}`);
}
