import { copyFile, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** A page that stays open longer than this is loaded anew by whoever comes back to it. */
const KEPT_DAYS = 30;

/** As src/api/web-client.ts knows them. */
const HASHED = /-[\w-]{8}\.\w+(?:\.(?:br|gz))?$/;

/**
 * Keeps the hashed files of a build before the next one takes its place. Pages that were opened with it load the rest of it when they need that: they must
 * not break because the server was brought up to date meanwhile.
 */
export async function keepFiles(current, earlier, now = new Date()) {
  const oldest = now.getTime() - KEPT_DAYS * 86_400_000;
  for (const path of await filesIn(earlier)) if ((await stat(path)).mtimeMs < oldest) await rm(path);
  for (const path of (await filesIn(current)).filter((each) => HASHED.test(each))) {
    const kept = join(earlier, relative(current, path));
    await mkdir(dirname(kept), { recursive: true });
    await copyFile(path, kept);
    // From now on nobody is given a page that names it.
    await utimes(kept, now, now);
  }
}

/** What the new build has itself need not be there twice. */
export async function dropFilesOf(current, earlier) {
  for (const path of await filesIn(current)) await rm(join(earlier, relative(current, path)), { force: true });
}

async function filesIn(folder) {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
