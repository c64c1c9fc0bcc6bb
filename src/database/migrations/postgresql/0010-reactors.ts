import { Migration } from '@mikro-orm/migrations';

/** What follows the log has a place in it; the bytes of deleted files are the first thing that is done so. */
export class Reactors extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table reactor_offset (name text primary key, position bigint not null)',
  'create table removed_bytes (key text primary key, message_id uuid not null)',
  'create index removed_bytes_message_id_index on removed_bytes (message_id)',
];
