import type { EntityManager } from '@mikro-orm/sqlite';
import type { Reader } from './locks.js';

/** A unit of change: what is done through it happens whole or not at all. What it reads by `rows` is as the change finds it, under its locks. */
export interface Transaction extends Reader {
  readonly em: EntityManager;
  /** False where SQLite has ended it by itself, as it does when the disk fails under it. */
  isOpen(): boolean;
  /** Runs once the change is on disk, never when it is not. */
  afterCommit(run: () => void): void;
}

/** The same transaction, for a change whose announcements may yet be dropped. */
export function announcingTo(afterwards: (() => void)[], tx: Transaction): Transaction {
  return {
    get em() {
      return tx.em;
    },
    rows: (query, values) => tx.rows(query, values),
    isOpen: () => tx.isOpen(),
    afterCommit: (run) => afterwards.push(run),
  };
}
