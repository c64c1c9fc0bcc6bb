import { Migration } from '@mikro-orm/migrations';

/** What messages are found by. The same tokens as in SQLite, as an array with an index of its own: no extension is needed. */
export class Search extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table message_index (position bigint not null, tokens text[] not null, primary key (position))',
  'create index message_index_tokens_index on message_index using gin (tokens)',
  'create table search_day (day integer not null, first_position bigint not null, last_position bigint not null, primary key (day))',
  'create table search_progress (id integer not null, indexed_from bigint not null, primary key (id))',
  'insert into search_progress (id, indexed_from) values (1, 1)',
];
