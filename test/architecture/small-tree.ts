import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { cruiseImports } from '../../scripts/architecture/cruise.mjs';

/** A tree of files, each with the files that it imports; a name without a slash is a package. */
export type SmallTree = Record<string, string[]>;

/** What the rules have against a tree, as "rule: from → to". */
export async function faultsOf(tree: SmallTree): Promise<string[]> {
  const { violations } = (await cruiseTree(tree)).summary;
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).toSorted();
}

async function cruiseTree(tree: SmallTree): Promise<ICruiseResult> {
  const baseDir = await mkdtemp(join(tmpdir(), 'tertulia-imports-'));
  try {
    await Promise.all(Object.entries(tree).map(([file, imports]) => plant(baseDir, file, imports)));
    await Promise.all([
      copyFile('package.json', join(baseDir, 'package.json')),
      symlink(resolve('node_modules'), join(baseDir, 'node_modules')),
    ]);
    const places = [...new Set(Object.keys(tree).map((file) => file.split('/', 1).join()))];
    return resultOf(await cruiseImports({ baseDir, places }));
  } finally {
    await rm(baseDir, { recursive: true });
  }
}

async function plant(baseDir: string, file: string, imports: string[]): Promise<void> {
  const lines = imports.map((target) => `import '${specifier(file, target)}';`);
  await mkdir(join(baseDir, dirname(file)), { recursive: true });
  await writeFile(join(baseDir, file), [...lines, 'export {};'].join('\n'));
}

function specifier(file: string, target: string): string {
  if (!target.includes('/')) return target;
  const path = relative(dirname(file), target).replace(/\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

function resultOf({ output }: { output: ICruiseResult | string }): ICruiseResult {
  if (typeof output === 'string') throw new Error(output);
  return output;
}
