import type { Logger } from '@mikro-orm/core';
import type { SqliteConnection } from '@mikro-orm/sqlite';
import type { Statement } from 'better-sqlite3';

/** A list is one value: what `anyOf` of the dialect looks through. */
export type SqlValue = string | number | null | readonly string[];

/** More than there are in the house. A text that holds values, and so is another each time, cannot fill the memory. */
const MAX_PREPARED = 200;

/**
 * Statements on a connection of MikroORM's, each prepared once. MikroORM writes the values into the text and prepares it anew
 * each time, which costs more than running it: for what happens with every request or message that is too much.
 */
export class Statements {
  private readonly prepared = new Map<string, Statement>();

  constructor(
    private readonly connection: SqliteConnection,
    private readonly logger: Logger,
  ) {}

  /** The rows, in the shape that whoever wrote the statement knows them to have. */
  async rows<Row extends object>(sql: string, values: readonly SqlValue[]): Promise<Row[]> {
    const statement = this.prepared.get(sql) ?? (await this.prepare(sql));
    this.logger.logQuery({ query: sql });
    const given = values.some(isList) ? values.map(asSqliteTakesIt) : values;
    if (statement.reader) return statement.all(...given) as Row[];
    statement.run(...given);
    return [];
  }

  private async prepare(sql: string): Promise<Statement> {
    const statement = (await this.connection.getNativeClient()).prepare(sql);
    if (this.prepared.size >= MAX_PREPARED) this.prepared.clear();
    this.prepared.set(sql, statement);
    return statement;
  }
}

function asSqliteTakesIt(value: SqlValue): SqlValue {
  return isList(value) ? JSON.stringify(value) : value;
}

function isList(value: SqlValue): value is readonly string[] {
  return Array.isArray(value);
}
