import { Migration } from '@mikro-orm/migrations';

/** Where a session was opened from, who administers the server, and the audit log. */
export class AccountsAndAudit extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table `session` add column `address` text null',
  'alter table `session` add column `client` text null',
  'alter table `user` add column `is_administrator` integer not null default false',
  'create table `audit_entry` (`id` integer not null primary key autoincrement, `at` datetime not null, `action` text not null, `actor_id` text null, `session_id` text null, `subject_id` text null, `room_id` text null, `message_id` text null, `detail` text null, `address` text null, `client` text null)',
  "create trigger `audit_entry_is_never_changed` before update on `audit_entry` begin select raise(abort, 'The audit log is only ever added to.'); end",
  "create trigger `audit_entry_is_never_removed` before delete on `audit_entry` begin select raise(abort, 'The audit log is only ever added to.'); end",
];
