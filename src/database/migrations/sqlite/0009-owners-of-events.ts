import { Migration } from '@mikro-orm/migrations';

/** An event is a room's, a person's or the house's, and may have particulars. SQLite makes no column nullable: the table is made anew. */
export class OwnersOfEvents extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table `event_with_owner` (`position` integer not null primary key autoincrement, `id` text not null, `room_id` text null, `person_id` text null, `seq` integer null, `type` text not null, `actor_id` text null, `subject_id` text not null, `particulars` json null, `at` datetime not null)',
  'insert into `event_with_owner` (`position`, `id`, `room_id`, `seq`, `type`, `actor_id`, `subject_id`, `at`) select `position`, `id`, `room_id`, `seq`, `type`, `actor_id`, `subject_id`, `at` from `event` order by `position`',
  'drop table `event`',
  'alter table `event_with_owner` rename to `event`',
  'create unique index `event_id_unique` on `event` (`id`)',
  'create index `event_room_id_position_index` on `event` (`room_id`, `position`)',
  'create unique index `event_room_id_seq_unique` on `event` (`room_id`, `seq`)',
  'create index `event_outside_rooms_index` on `event` (`person_id`, `position`) where `room_id` is null',
];
