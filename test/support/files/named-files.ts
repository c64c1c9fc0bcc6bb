import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Every file that the database in a folder names: its bytes on the disk, and the hash that they must have. */
export function filesNamedIn(folder: string): { bytes: Buffer; hash: string }[] {
  using database = new DatabaseSync(join(folder, 'data', 'tertulia.db'), { readOnly: true });
  return database
    .prepare('select key, sha256 from file')
    .all()
    .map(({ key, sha256 }) => {
      const name = String(key);
      return {
        bytes: readFileSync(join(folder, 'uploads', name.slice(0, 2), name.slice(2, 4), name)),
        hash: String(sha256),
      };
    });
}
