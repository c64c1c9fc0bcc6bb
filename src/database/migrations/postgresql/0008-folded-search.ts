import { Migration } from '@mikro-orm/migrations';

/** What people are found by. No database of PostgreSQL is older than this step, so there is nothing to fold again. */
export class FoldedSearch extends Migration {
  override up(): void {
    this.addSql(`alter table "user" add column search_text text not null default ''`);
  }
}
