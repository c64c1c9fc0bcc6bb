import { Migration } from '@mikro-orm/migrations';

/** What bots can be asked with a slash, and what they were asked. */
export class Commands extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table bot_command (bot_id uuid not null, name text not null, description text not null, usage text not null, primary key (bot_id, name))',
  'create table interaction (id uuid not null primary key, bot_user_id uuid not null, user_id uuid not null, room_id uuid not null, nonce text null, fingerprint text null, text text not null, created_at bigint not null, answered_at bigint null)',
  'create unique index interaction_user_id_nonce_unique on interaction (user_id, nonce)',
  'create index interaction_bot_user_id_index on interaction (bot_user_id)',
  'create index interaction_room_id_index on interaction (room_id)',
  'create index interaction_created_at_index on interaction (created_at)',
];
