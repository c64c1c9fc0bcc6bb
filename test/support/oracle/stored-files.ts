import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { Ledger } from './ledger.js';

interface StoredFile {
  readonly id: string;
  readonly key: string;
  readonly thumbnailKey: string | null;
  readonly size: number;
  readonly sha256: string;
}

/** Of people and of link previews those that are shown: what was replaced is about to go. */
const SHOWN_PICTURES = `select key as id, key, null as thumbnailKey, size, sha256 from avatar_image
  where exists (select 1 from user where avatar_version = avatar_image.version)
  union all select key, key, null, size, sha256 from preview_picture where not is_unused`;

/** Every file and every picture that has a row is on the disk, whole; every acknowledged one has its row, and what was sent in it. */
export function expectFilesWhole(folder: string, database: DatabaseSync, { files }: Ledger): void {
  const rows = database
    .prepare('select id, key, thumbnail_key as thumbnailKey, size, sha256 from file')
    .all() as unknown as StoredFile[];
  const pictures = database.prepare(SHOWN_PICTURES).all() as unknown as StoredFile[];
  const broken = [...rows, ...pictures].filter(({ key, size, sha256 }) => {
    const bytes = bytesUnder(folder, key);
    return bytes?.length !== size || createHash('sha256').update(bytes).digest('hex') !== sha256;
  });
  expect(broken, 'files that are not on the disk as their row says').toEqual([]);
  const undrawn = rows.filter(({ thumbnailKey }) => thumbnailKey !== null && !bytesUnder(folder, thumbnailKey));
  expect(undrawn, 'files without their small picture').toEqual([]);
  const stored = new Map(rows.map(({ id, sha256 }) => [id, sha256]));
  expect(
    [...files].filter(([id, hash]) => stored.get(id) !== hash),
    'files acknowledged and lost',
  ).toEqual([]);
}

/** Bytes on the disk that no row names, finished or not: of files, of people's pictures, and of the pictures of link previews. */
export function orphansIn(folder: string, database: DatabaseSync): string[] {
  const named = new Set(
    database
      .prepare(
        `select key from file union select thumbnail_key from file
        union select key from avatar_image union select key from preview_picture
        union select id from resumable_upload where not is_stored`,
      )
      .all()
      .map(({ key }) => key),
  );
  return readdirSync(join(folder, 'uploads'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !named.has(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

function bytesUnder(folder: string, key: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, 'uploads', key.slice(0, 2), key.slice(2, 4), key));
  } catch {
    return undefined;
  }
}
