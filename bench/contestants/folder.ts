import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder that is gone when the bench ends, however it ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-bench-'));
  process.once('exit', () => {
    removeFolder(folder);
  });
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
