import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sqlite';
import { assertDurable, managerOf, rewriteLog, waitNoMore } from './connection.js';
import { type EntityQuery, type Query, sqlite } from './dialect/index.js';
import { Engine } from './engine.js';
import { restorerOf, textOf } from './entity-rows.js';
import { GroupCommit } from './group-commit.js';
import { allOf, covers, type FindLocks, inOrder, type Locks } from './locks.js';
import { migrate } from './migrate.js';
import { Statements, type SqlValue } from './statements.js';
import type { Transaction } from './transaction.js';

interface EntityReading {
  readonly text: string;
  readonly restore: (row: Record<string, unknown>) => void;
}

/**
 * The one way to the stored data. Reads go over a read-only connection and see what is committed; a write says what it locks, and
 * checks within the change what it relies on. Inside a transaction use what it gives alone, and wait for nothing but the database:
 * other writers stand behind it.
 */
@Injectable()
export class Database {
  private inode: number | undefined;
  private readonly readings = new WeakMap<EntityQuery<object>, EntityReading>();
  private readonly reader: Statements;
  private readonly together = new GroupCommit((locks, change) => this.holding(locks, change));

  constructor(
    private readonly orm: MikroORM,
    private readonly engine: Engine,
  ) {
    this.reader = new Statements(managerOf(this.orm).getConnection('read'), orm.config.getLogger());
  }

  /** Another number after each commit that can be read: while it stays, so does all that is read. */
  get version(): number {
    return this.engine.version;
  }

  /** A fresh view for one read. */
  read(): EntityManager {
    return managerOf(this.orm).fork();
  }

  /** The rows of a statement that only reads and is prepared once: for what is asked with every request. */
  rows<Row extends object>(query: Query, values: readonly SqlValue[]): Promise<Row[]> {
    return this.reader.rows(query.textIn(sqlite), values);
  }

  /** The entities that a query finds, as plain objects that nobody tracks, by a statement that is prepared once. */
  async find<Entity extends object>(query: EntityQuery<Entity>, values: readonly SqlValue[]): Promise<Entity[]> {
    const reading = this.readings.get(query) ?? this.readingOf(query);
    const rows = await this.reader.rows<Record<string, unknown>>(reading.text, values);
    for (const row of rows) reading.restore(row);
    // Each column was read under the name of its property, and has its type.
    return rows as Entity[];
  }

  /**
   * Runs a change that happens whole or not at all, and holds these locks from before its first statement. What was read before
   * that, outside of the change, may be over: what the change relies on is read in it. Where only a read tells what to lock, it
   * is read once more under the locks, and they are taken again where that is not enough.
   */
  async write<T>(locks: Locks | FindLocks, change: (tx: Transaction) => Promise<T>): Promise<T> {
    if (typeof locks !== 'function') return this.holding(locks, change);
    let held = await locks(this);
    for (;;) {
      const outcome = await this.holding(held, async (tx): Promise<{ done: T } | { missing: Locks }> => {
        const wanted = await locks(tx);
        return covers(held, wanted) ? { done: await change(tx) } : { missing: wanted };
      });
      if ('done' in outcome) return outcome.done;
      held = allOf([held, outcome.missing]);
    }
  }

  /** The same for changes that come many at a time: those that wait together share one commit. Such a change may be run again. */
  writeTogether<T>(locks: Locks, change: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.together.join(locks, change);
  }

  /** Brings the schema to what the code needs, and makes sure that what is committed will survive. */
  async prepare(): Promise<void> {
    await migrate(this.orm);
    await assertDurable(managerOf(this.orm));
    await rewriteLog(managerOf(this.orm));
    await waitNoMore(managerOf(this.orm));
    await this.engine.prepare();
    this.inode = (await stat(this.path())).ino;
  }

  /** Whether the database answers, from the file that is at its path now: one that was moved away would take writes to nowhere. */
  async isReachable(): Promise<boolean> {
    try {
      await this.read().execute('select count(*) from room where id is null', [], { connectionType: 'read' });
      return (await stat(this.path())).ino === this.inode;
    } catch {
      return false;
    }
  }

  /** How large the database is on the disk, with what is not yet worked into its file; and how much room that disk has. */
  async space(): Promise<{ readonly bytes: number; readonly freeBytes: number }> {
    const { bavail, bsize } = await statfs(dirname(this.path()));
    const sizes = await Promise.all([this.path(), `${this.path()}-wal`].map(sizeOf));
    return { bytes: sizes.reduce((sum, size) => sum + size, 0), freeBytes: bavail * bsize };
  }

  async close(): Promise<void> {
    await this.orm.close();
  }

  private holding<T>(locks: Locks, change: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.engine.transaction(inOrder(locks), change);
  }

  private readingOf(query: EntityQuery<object>): EntityReading {
    const meta = this.orm.getMetadata(query.entity);
    const reading = { text: textOf(query, meta, sqlite), restore: restorerOf(meta) };
    this.readings.set(query, reading);
    return reading;
  }

  private path(): string {
    return this.orm.config.get('dbName');
  }
}

/** Nothing where there is no such file, as where all was worked in. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
