import { Injectable, Logger } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/core';
import { managerOf } from './connection.js';
import { DatabaseUnavailable } from './database.errors.js';
import { sqlite } from './dialect/index.js';
import { isDiskTrouble } from './disk-trouble.js';
import { Engine, type EngineTransaction } from './engine.js';
import { FailedTransactions } from './failed-transactions.js';
import type { Lock } from './locks.js';
import { Statements } from './statements.js';
import { WriteLock } from './write-lock.js';

const log = new Logger('database');

/** Changes nothing, but not before no other process writes: a transaction that has the lock from its beginning never fails for want of it later. */
const TAKE_LOCK = 'update log_identity set id = id where false';

/** SQLite has one writer at a time, and who writes thereby holds every room, every person and every session: there is nothing else to take. */
@Injectable()
export class SqliteEngine extends Engine {
  private readonly writer: Statements;
  private readonly lock = new WriteLock();

  constructor(private readonly orm: MikroORM) {
    super();
    orm.em.getEventManager().registerSubscriber(new FailedTransactions());
    this.writer = new Statements(managerOf(this.orm).getConnection('write'), orm.config.getLogger());
  }

  override async transaction<T>(_: readonly Lock[], change: (tx: EngineTransaction) => Promise<T>): Promise<T> {
    try {
      return await managerOf(this.orm).transactional(async (em) => {
        await this.lock.take(() => this.writer.rows(TAKE_LOCK, []));
        return change({
          em,
          rows: (query, values) => this.writer.rows(query.textIn(sqlite), values),
          isOpen: async () => (await em.getConnection('write').getNativeClient()).inTransaction,
        });
      });
    } catch (error) {
      if (!isDiskTrouble(error)) throw error;
      log.error({ message: 'The database does not take a change now.', cause: String(error) });
      throw new DatabaseUnavailable(error);
    }
  }

  override async durability(): Promise<unknown> {
    const [pragmas] = await this.writer.rows('select * from pragma_journal_mode, pragma_synchronous', []);
    return pragmas;
  }
}
