import Sqlite from 'better-sqlite3';
import { isBusy } from './disk-trouble.js';
import { makeFile } from './place.js';

/** Another process works on this database. */
export class DatabaseInUse extends Error {
  constructor(path: string) {
    super(`Another Tertulia is using the database ${path}. Stop it first.`);
    this.name = 'DatabaseInUse';
  }
}

/**
 * One server, or one restore, at a time: two would not hear of each other's events, and a database must not be exchanged under a
 * server. The lock is SQLite's own, on a file beside the database: the system frees it when the process ends, however it ends.
 */
export function ownDatabase(path: string): Disposable {
  const file = `${path}.lock`;
  // Opened and closed by anybody else in this process, a file that is there would lose the lock that is on it.
  makeFile(file);
  const lock = new Sqlite(file, { timeout: 0 });
  try {
    lock.pragma('journal_mode = memory');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw isBusy(error) ? new DatabaseInUse(path) : error;
  }
  return {
    [Symbol.dispose]: () => {
      lock.close();
    },
  };
}
