import { Migration } from '@mikro-orm/migrations';

/** Small pictures count as bytes of files, too. */
export class ThumbnailsCount extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table file add column thumbnail_size bigint not null default 0',
  "create or replace function count_file_in() returns trigger language plpgsql as $$ begin insert into file_usage (owner_id, bytes) values (new.uploader_id::text, new.size + new.thumbnail_size), ('*', new.size + new.thumbnail_size) on conflict (owner_id) do update set bytes = file_usage.bytes + excluded.bytes; return null; end $$",
  "create or replace function count_file_out() returns trigger language plpgsql as $$ begin update file_usage set bytes = bytes - old.size - old.thumbnail_size where owner_id in (old.uploader_id::text, '*'); return null; end $$",
];
