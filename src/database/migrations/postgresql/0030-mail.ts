import { Migration } from '@mikro-orm/migrations';

/** E-mail that is to be sent, where people get it and which they want, links to a new password that are sent by it, and messages that somebody may have missed. */
export class Mail extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  "create table mail (id uuid not null primary key, kind text check (kind in ('ADDRESS_CONFIRMATION', 'ADDRESS_CHANGED', 'PASSWORD_RESET', 'PASSWORD_CHANGED', 'MISSED_MESSAGES', 'DIGEST')) not null, user_id uuid not null, address text not null, about text null, priority integer not null, status text check (status in ('WAITING', 'SENT', 'REFUSED', 'FAILED', 'WITHHELD')) not null, attempts integer not null, next_attempt_at bigint not null, first_attempt_at bigint null, at bigint not null)",
  "create index mail_waiting_index on mail (priority, next_attempt_at) where status = 'WAITING'",
  'create index mail_user_id_index on mail (user_id)',
  'create index mail_at_index on mail (at)',
  'create table mailed_password_reset (id uuid not null primary key, user_id uuid not null, token_hash text not null, created_at bigint not null, expires_at bigint not null)',
  'create index mailed_password_reset_user_id_index on mailed_password_reset (user_id)',
  'create unique index mailed_password_reset_token_hash_unique on mailed_password_reset (token_hash)',
  'create table email_address (user_id uuid not null primary key, address text null, address_key text null, confirmed_at bigint null, pending_address text null, pending_id uuid null, pending_token_hash text null, pending_until bigint null, failing_since bigint null, failure text null)',
  'create unique index email_address_pending_token_hash_unique on email_address (pending_token_hash)',
  'create index email_address_address_key_index on email_address (address_key)',
  'create table email_preference (user_id uuid not null primary key, missed_messages boolean not null default true, digest boolean not null default false, digest_hour integer not null default 8, shows_text boolean not null default false, last_missed_at bigint null, last_digest_at bigint null, next_digest_at bigint null)',
  'create index email_preference_next_digest_at_index on email_preference (next_digest_at) where next_digest_at is not null',
  "create table missed_message (user_id uuid not null, message_id uuid not null, status text check (status in ('WAITING', 'SENT', 'FAILED', 'WITHHELD')) not null, reason text null, mail_id uuid null, due_at bigint not null, at bigint not null, primary key (user_id, message_id))",
  "create index missed_message_due_index on missed_message (due_at) where status = 'WAITING' and mail_id is null",
  'create index missed_message_mail_id_index on missed_message (mail_id)',
  'create index missed_message_message_id_index on missed_message (message_id)',
  'create index missed_message_at_index on missed_message (at)',
];
