import { closeSync, existsSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Settings } from '../config/index.js';

/** The file behind DATABASE_URL. Behind a link it is what the link leads to: one database must not have two locks, secrets and logs. */
export function databasePath(settings: Settings): string {
  const path = resolve(settings.databaseUrl.replace(/^sqlite:/, ''));
  return existsSync(path) ? realpathSync(path) : path;
}

/** A folder that is made here is its owner's alone; one that is there keeps the rights that somebody gave it. */
export function makeFolderOf(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
}

/** SQLite would make a file that every account of the machine may read. What it writes beside a file has that file's rights. */
export function makeFile(path: string): void {
  makeFolderOf(path);
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
}
