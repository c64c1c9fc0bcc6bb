import { Migration } from '@mikro-orm/migrations';

/** Programs that take part, the tokens that they come with, and addresses that others post to; and in the audit log who answers for a program that did something. */
export class Bots extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table `bot` (`id` text not null primary key, `user_id` text not null, `owner_id` text not null)',
  'create unique index `bot_user_id_unique` on `bot` (`user_id`)',
  'create index `bot_owner_id_index` on `bot` (`owner_id`)',
  'create table `bot_token` (`id` text not null primary key, `bot_id` text not null, `name` text not null, `hash` text not null, `scopes` text not null, `room_ids` text null, `created_at` datetime not null, `expires_at` datetime null, `revoked_at` datetime null, `last_used_at` datetime null, `last_used_from` text null)',
  'create unique index `bot_token_hash_unique` on `bot_token` (`hash`)',
  'create index `bot_token_bot_id_index` on `bot_token` (`bot_id`)',
  'create table `incoming_webhook` (`id` text not null primary key, `bot_id` text not null, `room_id` text not null, `name` text not null, `hash` text not null, `created_at` datetime not null, `last_used_at` datetime null)',
  'create unique index `incoming_webhook_hash_unique` on `incoming_webhook` (`hash`)',
  'create index `incoming_webhook_bot_id_index` on `incoming_webhook` (`bot_id`)',
  'create index `incoming_webhook_room_id_index` on `incoming_webhook` (`room_id`)',
  'alter table `audit_entry` add column `owner_id` text null',
];
