import type { Lock } from './locks.js';
import type { Transaction } from './transaction.js';

/** A transaction as the engine gives it; what is to follow the commit is the database's own business. */
export type EngineTransaction = Omit<Transaction, 'afterCommit'>;

/** Runs changes on the database that there is. */
export abstract class Engine {
  /**
   * Runs a change in a transaction that has all the locks before the change's first statement, and keeps them until the commit.
   * They come in the order in which they are to be taken. Statements see what was committed before the locks were taken.
   */
  abstract transaction<T>(locks: readonly Lock[], change: (tx: EngineTransaction) => Promise<T>): Promise<T>;

  /** How the connection that commits stands: whoever wants to see that commits are synced looks here. */
  abstract durability(): Promise<unknown>;
}
