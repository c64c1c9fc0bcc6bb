import { Migration } from '@mikro-orm/migrations';

/** Where a session was opened from, who administers the server, and the audit log. */
export class AccountsAndAudit extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table session add column address text null',
  'alter table session add column client text null',
  'alter table "user" add column is_administrator boolean not null default false',
  'create table audit_entry (id bigint generated always as identity primary key, at bigint not null, action text not null, actor_id uuid null, session_id uuid null, subject_id uuid null, room_id uuid null, message_id uuid null, detail text null, address text null, client text null)',
  "create function refuse_change_of_audit_entry() returns trigger language plpgsql as $$ begin raise exception 'The audit log is only ever added to.'; end $$",
  'create trigger audit_entry_is_never_changed before update on audit_entry for each row execute function refuse_change_of_audit_entry()',
  'create trigger audit_entry_is_never_removed before delete on audit_entry for each row execute function refuse_change_of_audit_entry()',
  // Here a table can be emptied without a single row being asked.
  'create trigger audit_entry_is_never_emptied before truncate on audit_entry for each statement execute function refuse_change_of_audit_entry()',
];
