import { channel } from 'node:diagnostics_channel';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/core';
import type { Database as Sqlite, Statement } from 'better-sqlite3';
import { Semaphore } from '../runtime/index.js';
import { Checkpoints } from './checkpoints.js';
import { managerOf } from './connection.js';
import { DatabaseUnavailable } from './database.errors.js';
import { isDiskTrouble } from './disk-trouble.js';
import { Engine } from './engine.js';
import type { Lock } from './locks.js';
import { Statements } from './statements.js';
import { SqliteTransaction } from './sqlite.transaction.js';
import { SyncedView } from './synced-view.js';
import type { Transaction } from './transaction.js';
import { WriteAheadLog } from './write-ahead-log.js';
import { WriteLock } from './write-lock.js';

/** What is needed once the database is there and as the code needs it. */
interface Disk {
  readonly writer: Sqlite;
  readonly begin: Statement;
  readonly commit: Statement;
  readonly log: WriteAheadLog;
  readonly view: SyncedView;
  readonly checkpoints: Checkpoints;
}

/** Whoever wants to see the order of things is told of each commit once it is on disk, before anybody else is. */
const commits = channel('tertulia:commit');

const log = new Logger('database');

/**
 * SQLite has one writer at a time, and who writes thereby holds every room, every person and every session: there is nothing else
 * to take. A commit is synced by another thread. Until it is on disk nobody reads it, nobody is told, and nothing else is written.
 */
@Injectable()
export class SqliteEngine extends Engine implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly statements: Statements;
  private readonly lock = new WriteLock();
  private readonly turns = new Semaphore(1);
  private disk: Disk | undefined;
  /** What follows the newest commit once it is on disk; undefined where every commit is. */
  private unsynced: (() => void)[] | undefined;
  private readable = 0;

  constructor(private readonly orm: MikroORM) {
    super();
    this.statements = new Statements(managerOf(this.orm).getConnection('write'), orm.config.getLogger());
  }

  override get version(): number {
    return this.readable;
  }

  override async prepare(): Promise<void> {
    const writer = await managerOf(this.orm).getConnection('write').getNativeClient();
    const wal = await WriteAheadLog.of(writer);
    this.disk = {
      writer,
      // With the lock from its beginning, it never fails for want of it later.
      begin: writer.prepare('begin immediate'),
      commit: writer.prepare('commit'),
      log: wal,
      view: new SyncedView(await managerOf(this.orm).getConnection('read').getNativeClient()),
      checkpoints: new Checkpoints(
        writer.name,
        () => wal.frames(),
        (run) => this.inTurn(run),
      ),
    };
  }

  override transaction<T>(_: readonly Lock[], change: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.inTurn(async (disk) => {
      disk.view.hold();
      const tx = new SqliteTransaction(this.orm, disk.writer, this.statements);
      const result = await this.commit(disk, tx, change).catch((error: unknown) => {
        disk.view.release();
        throw error;
      });
      this.unsynced = tx.afterwards;
      await this.sync();
      void disk.checkpoints.runIfDue(disk.log.syncedFrames);
      return result;
    });
  }

  /** While the connections are open: MikroORM closes them in the hook that follows, before this module's turn. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.disk?.checkpoints.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.disk?.log.close();
  }

  /** One at a time, and not before all that was committed is on disk. */
  private inTurn<T>(run: (disk: Disk) => Promise<T>): Promise<T> {
    return this.turns.pass(async () => {
      try {
        await this.sync();
        return await run(this.prepared());
      } catch (error) {
        if (!isDiskTrouble(error)) throw error;
        log.error({ message: 'The database does not take a change now.', cause: String(error) });
        throw new DatabaseUnavailable(error);
      }
    });
  }

  private async commit<T>(
    { writer, begin, commit }: Disk,
    tx: SqliteTransaction,
    change: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    await this.lock.take(() => begin.run());
    try {
      const result = await change(tx);
      await tx.flush();
      commit.run();
      return result;
    } catch (error) {
      // SQLite may have ended it by itself.
      if (writer.inTransaction) writer.exec('rollback');
      throw error;
    }
  }

  /** Where it fails the commit stays in doubt: it is seen and told of once a later try succeeds, or when the next start has found it on disk. */
  private async sync(): Promise<void> {
    if (!this.unsynced) return;
    const { log: wal, view } = this.prepared();
    await wal.sync();
    const afterwards = this.unsynced;
    this.unsynced = undefined;
    view.release();
    this.readable += 1;
    if (commits.hasSubscribers) commits.publish({});
    for (const run of afterwards) runAfterCommit(run);
  }

  private prepared(): Disk {
    if (!this.disk) throw new Error('The database has not been prepared.');
    return this.disk;
  }
}

/** What is on disk stays there: somebody who cannot take the news of it must not make it look as if it had failed. */
function runAfterCommit(run: () => void): void {
  try {
    run();
  } catch (error) {
    log.error({ message: 'A fault after a commit.', cause: String(error) });
  }
}
