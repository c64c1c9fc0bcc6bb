import { Migration } from '@mikro-orm/migrations';

/** Direct rooms, whom they are for, which of them are out of somebody's list; and who blocks whom. */
export class DirectRooms extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  "alter table room add column kind text check (kind in ('CHANNEL', 'DIRECT')) not null default 'CHANNEL'",
  'alter table room add column direct_key text null',
  'create unique index room_direct_key_unique on room (direct_key)',
  'alter table room_state add column closed_seq bigint null',
  'create table direct_user (room_id uuid not null, user_id uuid not null, primary key (room_id, user_id))',
  'create table user_block (blocker_id uuid not null, blocked_id uuid not null, created_at bigint not null, primary key (blocker_id, blocked_id))',
  'create index user_block_blocker_id_created_at_blocked_id_index on user_block (blocker_id, created_at, blocked_id)',
];
