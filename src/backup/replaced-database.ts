import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Settings } from '../config/index.js';
import { DatabaseInUse, databasePath, isBusy } from '../database/index.js';
import { backUp } from './backup.js';
import { BackupRefused } from './backup.errors.js';

/** Whether something is there that a restore would replace. */
export function isThere(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

/** A journal without its database would be taken for the restored one's. */
export function assertNoRemains(path: string): void {
  const remains = ['-wal', '-journal'].map((end) => path + end).find((file) => existsSync(file));
  if (!existsSync(path) && remains !== undefined)
    throw new BackupRefused(`${remains} is left of a database that is gone. Move it away first. Nothing was touched.`);
}

/** Keeps what is about to be replaced, as a backup like any other. Gives back its path. */
export async function keepReplaced(settings: Settings): Promise<string> {
  const path = databasePath(settings);
  settle(path);
  const moment = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const kept = join(dirname(path), `replaced-${moment}.tar`);
  await backUp(settings, kept);
  return kept;
}

/** Everything in one file. This succeeds only while nobody else has the database open, whoever they are. */
function settle(path: string): void {
  let database;
  try {
    database = new Sqlite(path, { timeout: 0 });
    database.pragma('journal_mode = delete');
  } catch (error) {
    throw isBusy(error)
      ? new DatabaseInUse(path)
      : new BackupRefused(
          `The database ${path} cannot be read, so it cannot be kept. Move it away, and restore again. Nothing was touched.`,
          error,
        );
  } finally {
    database?.close();
  }
}
