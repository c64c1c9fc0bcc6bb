import { Migration } from '@mikro-orm/migrations';

/** Accounts that are deleted but not removed yet, how long messages are kept, and what is reported to those who look after rooms. */
export class DeletionsAndReports extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table deleted_account (user_id uuid not null primary key, with_messages boolean not null, deleted_at bigint not null, removed_at bigint null)',
  'alter table room add column keep_messages_days integer null',
  'alter table room add column expired_number bigint not null default 0',
  'alter table thread add column expired_number bigint not null default 0',
  'create table report (id uuid not null primary key, message_id uuid not null, room_id uuid not null, author_id uuid not null, reporter_id uuid not null, reason text not null, body text not null, files jsonb not null, created_at bigint not null, closed_at bigint null, closed_by_id uuid null, done jsonb not null)',
  'create unique index report_message_id_reporter_id_unique on report (message_id, reporter_id)',
  'create index report_open_index on report (room_id, author_id) where closed_at is null',
  'create index report_created_at_id_index on report (created_at, id)',
  'create index report_room_id_created_at_id_index on report (room_id, created_at, id)',
  "create table notice (id uuid not null primary key, user_id uuid not null, kind text check (kind in ('WARNING', 'REPORT_CLOSED')) not null, room_id uuid not null, room_name text not null, message_id uuid not null, words text null, created_at bigint not null)",
  'create index notice_user_id_created_at_id_index on notice (user_id, created_at, id)',
];
