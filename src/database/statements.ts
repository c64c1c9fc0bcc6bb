import type { Logger } from '@mikro-orm/core';
import type { SqliteConnection } from '@mikro-orm/sqlite';
import type { Statement } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

export type SqlValue = string | number | null;

/** More than there are in the house: a text that holds values would push the others out, and be prepared each time. */
const MOST_PREPARED = 200;

/**
 * Statements on a connection of MikroORM's, each prepared once. MikroORM writes the values into the text and prepares it anew
 * each time, which costs more than running it: for what happens with every request or message that is too much.
 */
export class Statements {
  private readonly prepared = new LRUCache<string, Statement>({ max: MOST_PREPARED });

  constructor(
    private readonly connection: SqliteConnection,
    private readonly logger: Logger,
  ) {}

  /** The rows, in the shape that whoever wrote the statement knows them to have. */
  async rows<Row extends object>(sql: string, values: readonly SqlValue[]): Promise<Row[]> {
    const statement = this.prepared.get(sql) ?? (await this.prepare(sql));
    this.logger.logQuery({ query: sql });
    if (statement.reader) return statement.all(...values) as Row[];
    statement.run(...values);
    return [];
  }

  private async prepare(sql: string): Promise<Statement> {
    const statement = (await this.connection.getNativeClient()).prepare(sql);
    this.prepared.set(sql, statement);
    return statement;
  }
}
