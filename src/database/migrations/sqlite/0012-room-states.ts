import { Migration } from '@mikro-orm/migrations';

/** What members have read, and how they want to hear of a room. Whoever is in a room already has read all that was said there before this. */
export class RoomStates extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table `membership` add column `joined_number` integer not null default 0',
  'update `membership` set `joined_number` = (select `last_number` from `room` where `room`.`id` = `membership`.`room_id`)',
  "create table `room_state` (`membership_id` text not null primary key, `last_read_number` integer null, `notify` text check (`notify` in ('ALL', 'MENTIONS', 'NOTHING')) not null default 'MENTIONS', `is_muted` integer not null default false, `muted_until` datetime null, `is_favourite` integer not null default false)",
  'create index `message_room_id_author_id_number_index` on `message` (`room_id`, `author_id`, `number`)',
  'create index `message_deleted_index` on `message` (`room_id`, `number`, `author_id`, `deleted_at`) where `deleted_at` is not null',
];
