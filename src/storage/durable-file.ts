import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes all of the source to a temporary file and forces it to the disk. When anything fails, the file is removed. */
export async function writeDurably(path: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await using file = await open(path, 'wx', 0o640);
    for await (const chunk of source) await file.writeFile(chunk);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Gives a file its final name, so that the name survives a power cut as well. */
export async function renameDurably(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  const firstMade = await mkdir(folder, { recursive: true });
  await rename(from, to);
  await syncFolder(folder);
  // A folder that was made just now is itself an entry of the folder above, and that one perhaps as well.
  if (firstMade !== undefined) {
    for (let above = dirname(folder); above.length >= dirname(firstMade).length; above = dirname(above)) {
      await syncFolder(above);
      if (above === dirname(above)) break;
    }
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for this; there the rename alone has to do.
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}

/** Makes the name of a file survive a power cut. */
export function syncFolderOf(path: string): Promise<void> {
  return syncFolder(dirname(path));
}
