import { Migration } from '@mikro-orm/migrations';

/** How people arrange their lists of rooms: in which order, in which sections of their own. */
export class RoomArrangements extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  "create table `room_arrangement` (`user_id` text not null primary key, `room_order` text check (`room_order` in ('ACTIVITY', 'NAME', 'OWN')) not null default 'ACTIVITY')",
  'create table `room_section` (`id` text not null primary key, `user_id` text not null, `name` text not null, `place` integer not null)',
  'create index `room_section_user_id_place_index` on `room_section` (`user_id`, `place`)',
  'alter table `room_state` add column `section_id` text null',
  'alter table `room_state` add column `place` integer null',
];
