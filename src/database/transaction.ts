import type { EntityManager } from '@mikro-orm/sqlite';
import type { Query } from './dialect/index.js';
import type { SqlValue } from './statements.js';

/** A unit of change: what is done through it happens whole or not at all. */
export interface Transaction {
  readonly em: EntityManager;
  /** The rows of a statement that is prepared once: for what is done with every message. */
  rows<Row extends object>(query: Query, values: readonly SqlValue[]): Promise<Row[]>;
  /** False where SQLite has ended it by itself, as it does when the disk fails under it. */
  isOpen(): Promise<boolean>;
  /** Runs once the change is on disk, never when it is not. */
  afterCommit(run: () => void): void;
}
