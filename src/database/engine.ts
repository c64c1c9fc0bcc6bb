import type { Lock } from './locks.js';
import type { Transaction } from './transaction.js';

/** Runs changes on the database that there is. */
export abstract class Engine {
  /**
   * Runs a change in a transaction that has all the locks before the change's first statement, and keeps them until the commit.
   * They come in the order in which they are to be taken. Statements see what was committed before the locks were taken.
   * It resolves once the change is on disk and can be read.
   */
  abstract transaction<T>(locks: readonly Lock[], change: (tx: Transaction) => Promise<T>): Promise<T>;

  /** Another number after each commit that can be read: while it stays, so does all that is read. */
  abstract get version(): number;

  /** To be called once the schema is what the code needs, and before the first transaction. */
  abstract prepare(): Promise<void>;
}
