import { Migration } from '@mikro-orm/migrations';

/** Accounts that are deleted but not removed yet, how long messages are kept, and what is reported to those who look after rooms. */
export class DeletionsAndReports extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table `deleted_account` (`user_id` text not null primary key, `with_messages` integer not null, `deleted_at` datetime not null, `removed_at` datetime null)',
  'alter table `room` add column `keep_messages_days` integer null',
  'alter table `room` add column `expired_number` integer not null default 0',
  'alter table `thread` add column `expired_number` integer not null default 0',
  'create table `report` (`id` text not null primary key, `message_id` text not null, `room_id` text not null, `author_id` text not null, `reporter_id` text not null, `reason` text not null, `body` text not null, `files` json not null, `created_at` datetime not null, `closed_at` datetime null, `closed_by_id` text null, `done` json not null)',
  'create unique index `report_message_id_reporter_id_unique` on `report` (`message_id`, `reporter_id`)',
  'create index `report_open_index` on `report` (`room_id`, `author_id`) where `closed_at` is null',
  'create index `report_created_at_id_index` on `report` (`created_at`, `id`)',
  'create index `report_room_id_created_at_id_index` on `report` (`room_id`, `created_at`, `id`)',
  "create table `notice` (`id` text not null primary key, `user_id` text not null, `kind` text check (`kind` in ('WARNING', 'REPORT_CLOSED')) not null, `room_id` text not null, `room_name` text not null, `message_id` text not null, `words` text null, `created_at` datetime not null)",
  'create index `notice_user_id_created_at_id_index` on `notice` (`user_id`, `created_at`, `id`)',
];
