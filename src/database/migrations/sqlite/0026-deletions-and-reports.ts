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
];
