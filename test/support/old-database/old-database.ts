import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What `make.mjs` wrote down beside the database. */
interface Old {
  readonly rooms: { readonly kitchen: string; readonly pantry: string };
  readonly files: { readonly list: string; readonly picture: string };
  /** Kept by Ben's client after the second message of the kitchen. */
  readonly cursors: { readonly ofBen: string; readonly ofKitchen: string };
  readonly stored: Readonly<Record<string, string>>;
}

export const old = JSON.parse(read('old.json')) as Old;

/** Puts the database and the files of a server of before into a folder where there are none yet. */
export function putOldDatabase(folder: string): void {
  const path = join(folder, 'data', 'tertulia.db');
  if (existsSync(path)) return;
  mkdirSync(join(folder, 'data'));
  const database = new DatabaseSync(path);
  database.exec(read('old.sql'));
  database.close();
  for (const [key, bytes] of Object.entries(old.stored)) {
    const place = join(folder, 'uploads', key.slice(0, 2), key.slice(2, 4));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, key), Buffer.from(bytes, 'base64'));
  }
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
