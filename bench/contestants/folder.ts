import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

// However the bench ends: a million messages are a gigabyte.
process.once('exit', () => {
  for (const folder of folders) removeFolder(folder);
});

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-bench-'));
  folders.add(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  folders.delete(folder);
}
