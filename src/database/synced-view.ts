import type { Database as Sqlite } from 'better-sqlite3';

/** What the connection that reads sees: a commit that is not on disk yet is kept from it, however long the disk takes. */
export class SyncedView {
  private readonly begin;
  private readonly look;
  private readonly end;

  constructor(private readonly reader: Sqlite) {
    this.begin = reader.prepare('begin');
    this.look = reader.prepare('select 1 from sqlite_schema limit 1');
    this.end = reader.prepare('commit');
  }

  /** From now on everybody reads what is committed at this moment. */
  hold(): void {
    if (!this.reader.inTransaction) this.begin.run();
    // SQLite fixes what a transaction sees at its first read, not where it begins.
    this.look.all();
  }

  release(): void {
    if (this.reader.inTransaction) this.end.run();
  }
}
