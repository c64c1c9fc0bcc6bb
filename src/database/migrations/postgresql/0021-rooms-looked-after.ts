import { Migration } from '@mikro-orm/migrations';

/** Who may post in a room and how often, archives, bans, and rooms that are deleted but not removed yet. */
export class RoomsLookedAfter extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  "alter table room add column posting text check (posting in ('EVERYONE', 'MODERATORS')) not null default 'EVERYONE'",
  'alter table room add column slow_mode_seconds integer not null default 0',
  'alter table room add column archived_at bigint null',
  'alter table membership add column last_posted_at bigint null',
  'create table room_ban (room_id uuid not null, user_id uuid not null, by_id uuid null, reason text null, network text null, created_at bigint not null, primary key (room_id, user_id))',
  'create index room_ban_room_id_created_at_user_id_index on room_ban (room_id, created_at, user_id)',
  'create table deleted_room (room_id uuid not null primary key, deleted_at bigint not null, removed_at bigint null)',
  'create index saved_message_message_id_index on saved_message (message_id)',
];
