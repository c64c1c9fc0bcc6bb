import Database from 'better-sqlite3';

export type Value = string | number | null;
export type Values = Readonly<Record<string, Value>>;

/** Writes rows into a table of a server's database by the driver alone, thousands in one transaction. */
export class Rows {
  private readonly database: Database.Database;

  constructor(file: string) {
    this.database = new Database(file, { timeout: 10_000 });
    // What is lost in a power cut is made again.
    this.database.pragma('synchronous = OFF');
  }

  /** All rows of a query, as they are stored. */
  find(query: string, ...parameters: Value[]): Record<string, Value>[] {
    return this.database.prepare<Value[], Record<string, Value>>(query).all(...parameters);
  }

  run(statement: string, ...parameters: Value[]): void {
    this.database.prepare<Value[]>(statement).run(...parameters);
  }

  /** Prepares the insertion of rows with these columns. */
  inserter(table: string, columns: readonly string[]): (row: Values) => void {
    const places = columns.map((column) => `@${column}`).join(', ');
    const insert = this.database.prepare<[Values]>(`insert into ${table} (${columns.join(', ')}) values (${places})`);
    return (row) => {
      insert.run(row);
    };
  }

  together(work: () => void): void {
    this.database.transaction(work)();
  }

  close(): void {
    this.database.pragma('wal_checkpoint(TRUNCATE)');
    this.database.close();
  }
}
