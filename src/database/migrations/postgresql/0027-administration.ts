import { Migration } from '@mikro-orm/migrations';

/** Accounts that are kept out, links to a new password, the server's name and color, and how much there is of each room. */
export class Administration extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table "user" add column disabled_at bigint null',
  'create table password_reset (user_id uuid not null primary key, token_hash text not null, created_at bigint not null, expires_at bigint not null)',
  'create unique index password_reset_token_hash_unique on password_reset (token_hash)',
  'create table server_look (id integer not null primary key, name text null, accent_light text null, accent_dark text null)',
  'drop index file_room_id_index',
  'create index file_room_id_created_at_size_thumbnail_size_index on file (room_id, created_at, size, thumbnail_size)',
];
