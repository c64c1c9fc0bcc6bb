import { Migration } from '@mikro-orm/migrations';

/** What members have read, and how they want to hear of a room. */
export class RoomStates extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table membership add column joined_number bigint not null default 0',
  "create table room_state (membership_id uuid primary key, last_read_number bigint null, notify text check (notify in ('ALL', 'MENTIONS', 'NOTHING')) not null default 'MENTIONS', is_muted boolean not null default false, muted_until bigint null, is_favourite boolean not null default false)",
  'create index message_room_id_author_id_number_index on message (room_id, author_id, number)',
  'create index message_deleted_index on message (room_id, number, author_id, deleted_at) where deleted_at is not null',
];
