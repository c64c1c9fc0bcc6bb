import { Migration } from '@mikro-orm/migrations';

/** Programs that take part, the tokens that they come with, and addresses that others post to; and in the audit log who answers for a program that did something. */
export class Bots extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table bot (id uuid not null primary key, user_id uuid not null, owner_id uuid not null)',
  'create unique index bot_user_id_unique on bot (user_id)',
  'create index bot_owner_id_index on bot (owner_id)',
  'create table bot_token (id uuid not null primary key, bot_id uuid not null, name text not null, hash text not null, scopes text not null, room_ids text null, created_at bigint not null, expires_at bigint null, revoked_at bigint null, last_used_at bigint null, last_used_from text null)',
  'create unique index bot_token_hash_unique on bot_token (hash)',
  'create index bot_token_bot_id_index on bot_token (bot_id)',
  'create table incoming_webhook (id uuid not null primary key, bot_id uuid not null, room_id uuid not null, name text not null, hash text not null, created_at bigint not null, last_used_at bigint null)',
  'create unique index incoming_webhook_hash_unique on incoming_webhook (hash)',
  'create index incoming_webhook_bot_id_index on incoming_webhook (bot_id)',
  'create index incoming_webhook_room_id_index on incoming_webhook (room_id)',
  'alter table audit_entry add column owner_id uuid null',
];
