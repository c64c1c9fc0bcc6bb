import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fromRoot, root } from '../bootstrap/root.mjs';

/**
 * Runs `build` when its inputs are not those of the last time that it succeeded, or when its output is gone.
 * Contents count, not times: a switch of branches and back builds nothing.
 */
export async function onlyIfChanged({ stamp, inputs, output }, build) {
  const file = fromRoot(stamp);
  if (existsSync(fromRoot(output)) && existsSync(file) && readFileSync(file, 'utf8') === fingerprint(inputs)) return;
  forget(stamp);
  await build();
  writeFileSync(file, fingerprint(inputs));
}

/** Makes the next build a real one. */
export function forget(stamp) {
  rmSync(fromRoot(stamp), { force: true });
}

function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesAt(fromRoot(input))).toSorted()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesAt(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}
