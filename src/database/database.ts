import { stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sqlite';
import { assertDurable } from './connection.js';
import { migrate } from './migrate.js';

/** A unit of change: what is done through `em` happens whole or not at all. */
export interface Transaction {
  readonly em: EntityManager;
  /** Runs once the change is on disk, never when it is not. */
  afterCommit(run: () => void): void;
}

/**
 * The one way to the stored data. Reads go over a read-only connection and see what is committed; writes go one at a time.
 * Inside a transaction use its own `em` alone, and wait for nothing but the database: all other writers stand behind it.
 */
@Injectable()
export class Database {
  private inode: number | undefined;

  constructor(private readonly orm: MikroORM) {}

  /** A fresh view for one read. */
  read(): EntityManager {
    return this.manager().fork();
  }

  async write<T>(change: (tx: Transaction) => Promise<T>): Promise<T> {
    const afterwards: (() => void)[] = [];
    const result = await this.manager()
      .fork()
      .transactional((em) => change({ em, afterCommit: (run) => afterwards.push(run) }));
    for (const run of afterwards) run();
    return result;
  }

  /** Brings the schema to what the code needs, and makes sure that what is committed will survive. */
  async prepare(): Promise<void> {
    await migrate(this.orm);
    await assertDurable(this.manager());
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

  async close(): Promise<void> {
    await this.orm.close();
  }

  private path(): string {
    return this.orm.config.get('dbName');
  }

  private manager(): EntityManager {
    // The driver is chosen in one place (connection.ts), so the manager is always the SQL one.
    return this.orm.em as EntityManager;
  }
}
