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
];
