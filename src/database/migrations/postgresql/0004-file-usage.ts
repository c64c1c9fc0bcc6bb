import { Migration } from '@mikro-orm/migrations';

/** How many bytes of files are stored for each person and for everybody ('*'), kept by the database itself. */
export class FileUsage extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table file_usage (owner_id text primary key, bytes bigint not null)',
  "insert into file_usage (owner_id, bytes) values ('*', 0)",
  "create function count_file_in() returns trigger language plpgsql as $$ begin insert into file_usage (owner_id, bytes) values (new.uploader_id::text, new.size), ('*', new.size) on conflict (owner_id) do update set bytes = file_usage.bytes + excluded.bytes; return null; end $$",
  "create function count_file_out() returns trigger language plpgsql as $$ begin update file_usage set bytes = bytes - old.size where owner_id in (old.uploader_id::text, '*'); return null; end $$",
  'create trigger file_stored after insert on file for each row execute function count_file_in()',
  'create trigger file_removed after delete on file for each row execute function count_file_out()',
];
