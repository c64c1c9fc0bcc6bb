import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';

const run = promisify(execFile);

/**
 * An empty folder into which packages of this repository were installed as others install them, from what `npm pack` gives. What they need comes from node_modules: nothing is
 * asked of a registry.
 */
export async function installed(packages: readonly string[], needed: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tertulia-packed-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const npm = (...args: string[]) => run('npm', [...args, '--offline', '--loglevel=error'], { cwd: folder });
  const places = [
    ...packages.map((name) => resolve('packages', name)),
    ...needed.map((name) => resolve('node_modules', name)),
  ];
  const { stdout } = await npm('pack', '--ignore-scripts', ...places);
  const tarballs = stdout
    .trim()
    .split('\n')
    .map((name) => `./${name}`);
  await npm('install', '--ignore-scripts', '--no-audit', '--no-fund', ...tarballs);
  return folder;
}
