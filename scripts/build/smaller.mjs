import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { minify } from 'rolldown/utils';
import { fromRoot } from '../bootstrap/root.mjs';

/** As in the names of all that a file gives to others, so that these stay. */
const OPTIONS = { module: true, compress: true, mangle: { toplevel: true } };

/**
 * Writes the scripts of the first screens shorter: what Angular's build makes is a twentieth larger than it need be. The other files are left as they are, since
 * this takes some seconds. The service worker compares what it gets with a list, which is changed as well.
 */
export async function makeSmaller({ built, note }) {
  const pages = Object.values(JSON.parse(await readFile(fromRoot(note), 'utf8')));
  const paths = new Set(pages.flat().flatMap(({ as, path }) => (as === 'module' ? [path] : [])));
  const list = fromRoot(built, 'ngsw.json');
  const known = JSON.parse(await readFile(list, 'utf8'));
  await Promise.all(
    [...paths].map(async (path) => {
      const code = await shorter(fromRoot(built, path));
      known.hashTable[`/${path}`] = createHash('sha1').update(code).digest('hex');
    }),
  );
  await writeFile(list, JSON.stringify(known, null, 2));
}

async function shorter(file) {
  const { code, errors } = await minify(file, await readFile(file, 'utf8'), OPTIONS);
  if (errors.length > 0) throw new Error(`${file} could not be made smaller: ${errors[0].message}`);
  await writeFile(file, code);
  return code;
}
