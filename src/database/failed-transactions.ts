import type { EventSubscriber, TransactionEventArgs } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sqlite';

/**
 * SQLite ends a transaction by itself when the disk fails under it. A rollback then fails, for there is nothing to roll back,
 * and the one connection that writes would stay taken for ever: so there is always something to roll back.
 */
export class FailedTransactions implements EventSubscriber {
  async beforeTransactionRollback({ em }: TransactionEventArgs): Promise<void> {
    // The driver is chosen in one place (connection.ts), so the manager is always the SQL one.
    const client = await (em as EntityManager).getConnection('write').getNativeClient();
    if (!client.inTransaction) client.exec('begin');
  }
}
