import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { plainError } from './plain-error.mjs';
import { fromRoot } from './root.mjs';

/** The oldest of each line that builds and runs everything; whatever is newer than all of them will do. */
const OLDEST_THAT_SERVE = ['22.22.3', '24.15.0', '26.0.0'];

/** The Node that npm installed for this platform; on a platform without one, the machine's own if it is new enough. */
export function packagedNode() {
  const { optionalDependencies } = readJson('package.json');
  for (const name of Object.keys(optionalDependencies)) {
    if (!existsSync(fromRoot('node_modules', name, 'package.json'))) continue;
    const { bin, version } = readJson('node_modules', name, 'package.json');
    const node = bin?.node && fromRoot('node_modules', name, bin.node);
    if (node && serves(version) && starts(node)) return node;
  }
  if (serves(process.versions.node)) return process.execPath;
  throw plainError(
    `No Node comes with the packages for ${process.platform} on ${process.arch}, and this one is ${process.version}: install Node 24.15 or newer.`,
  );
}

export function runsOn(node) {
  return existsSync(node) && realpathSync(node) === realpathSync(process.execPath);
}

/** Runs a script on another Node in this one's place: its signals and its exit status are ours. */
export function runOn(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl-C to the child by itself; a second one would cut its farewell short.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status, signal) => {
      process.exitCode = status ?? 128 + constants.signals[signal];
      resolve();
    });
  });
}

function serves(version) {
  const [major, minor, patch] = version.split('.').map(Number);
  const oldest = OLDEST_THAT_SERVE.map((text) => text.split('.').map(Number));
  const line = oldest.find(([sameMajor]) => sameMajor === major);
  return line ? minor > line[1] || (minor === line[1] && patch >= line[2]) : major > oldest.at(-1)[0];
}

/** One for another C library is there, but does not start. */
function starts(node) {
  return runsOn(node) || spawnSync(node, ['--version']).status === 0;
}

function readJson(...path) {
  return JSON.parse(readFileSync(fromRoot(...path), 'utf8'));
}
