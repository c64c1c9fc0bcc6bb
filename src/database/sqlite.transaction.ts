import type { MikroORM } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sqlite';
import type { Database as Sqlite } from 'better-sqlite3';
import { managerOf } from './connection.js';
import { type Query, sqlite } from './dialect/index.js';
import type { SqlValue, Statements } from './statements.js';
import type { Transaction } from './transaction.js';

/** A transaction on the one connection that writes. Its entities are MikroORM's, which is woken up for those alone that ask for them. */
export class SqliteTransaction implements Transaction {
  /** What is to run after the commit. */
  readonly afterwards: (() => void)[] = [];
  private manager: EntityManager | undefined;

  constructor(
    private readonly orm: MikroORM,
    private readonly client: Sqlite,
    private readonly writer: Statements,
  ) {}

  get em(): EntityManager {
    return (this.manager ??= this.managerWithin());
  }

  rows<Row extends object>(query: Query, values: readonly SqlValue[]): Promise<Row[]> {
    return this.writer.rows(query.textIn(sqlite), values);
  }

  isOpen(): boolean {
    return this.client.inTransaction;
  }

  afterCommit(run: () => void): void {
    this.afterwards.push(run);
  }

  /** Writes what was changed of entities. */
  async flush(): Promise<void> {
    await this.manager?.flush();
  }

  /** MikroORM takes it for one of its own transactions: it begins none, ends none, and reads on this connection too. */
  private managerWithin(): EntityManager {
    const manager = managerOf(this.orm).fork();
    manager.setTransactionContext(manager.getConnection('write').getClient());
    return manager;
  }
}
