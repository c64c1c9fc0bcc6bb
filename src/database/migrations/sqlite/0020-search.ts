import { Migration } from '@mikro-orm/migrations';

/** What messages are found by. Those that there are already are indexed by the running server, the newest first: a long history would hold up its start. */
export class Search extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // Only which messages have a token is kept: no text, and no places. A row can be removed without knowing what it held.
  "create virtual table message_index using fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii')",
  // It merges what it has in steps of so many pages: small ones, for which nobody waits long.
  "insert into message_index(message_index, rank) values ('pgsz', 1000)",
  'create table `search_day` (`day` integer not null, `first_position` integer not null, `last_position` integer not null, primary key (`day`))',
  'create table `search_progress` (`id` integer not null, `indexed_from` integer not null, primary key (`id`))',
  'insert into search_progress (id, indexed_from) select 1, coalesce(max(position), 0) + 1 from event',
];
