import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropFilesOf, keepFiles } from '../../scripts/build/earlier.mjs';

const DAY = 86_400_000;

it('the hashed files of a build outlive it by thirty days, and nothing else of it does', async () => {
  const { current, earlier } = folders();
  build(current, ['chunk-AAAAAAAA.js', 'chunk-AAAAAAAA.js.br', 'media/text-BBBBBBBB.woff2', 'index.html', 'worker.js']);
  const built = new Date();
  await keepFiles(current, earlier, built);
  const kept = ['chunk-AAAAAAAA.js', 'chunk-AAAAAAAA.js.br', 'media/text-BBBBBBBB.woff2'];
  for (const name of kept) expect(readFileSync(join(earlier, name), 'utf8')).toBe(name);
  for (const name of ['index.html', 'worker.js']) expect(existsSync(join(earlier, name))).toBe(false);

  const next = folders().current;
  build(next, ['chunk-CCCCCCCC.js']);
  await keepFiles(next, earlier, new Date(built.getTime() + 29 * DAY));
  expect(existsSync(join(earlier, 'chunk-AAAAAAAA.js'))).toBe(true);
  await keepFiles(next, earlier, new Date(built.getTime() + 31 * DAY));
  expect(existsSync(join(earlier, 'chunk-AAAAAAAA.js'))).toBe(false);
  expect(existsSync(join(earlier, 'chunk-CCCCCCCC.js'))).toBe(true);
});

it('what the new build has itself is not there twice, and a first build keeps nothing', async () => {
  const { current, earlier } = folders();
  await keepFiles(join(current, 'none'), earlier);
  build(current, ['chunk-AAAAAAAA.js', 'chunk-BBBBBBBB.js']);
  await keepFiles(current, earlier);
  const next = folders().current;
  build(next, ['chunk-AAAAAAAA.js']);
  await dropFilesOf(next, earlier);
  expect(existsSync(join(earlier, 'chunk-AAAAAAAA.js'))).toBe(false);
  expect(existsSync(join(earlier, 'chunk-BBBBBBBB.js'))).toBe(true);
});

function folders(): { current: string; earlier: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-builds-'));
  return { current: join(folder, 'current'), earlier: join(folder, 'earlier') };
}

function build(folder: string, names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
}
