import { Migration } from '@mikro-orm/migrations';

/** Places in the feeds of accounts that the server keeps. */
export class Consumers extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table consumer (id uuid not null primary key, user_id uuid not null, name text not null, position bigint not null, event_id text not null, epoch text not null, filter jsonb not null, created_at bigint not null, acknowledged_at bigint null)',
  'create unique index consumer_user_id_name_unique on consumer (user_id, name)',
];
