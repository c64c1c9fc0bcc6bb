import { Migration } from '@mikro-orm/migrations';

/** Threads: which one a message stands in, and what each of those in the room has read of it. What goes by the numbers of a room leaves them out. */
export class Threads extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table thread (id uuid not null, room_id uuid not null, last_number bigint not null, last_message_at bigint not null, constraint thread_room_id_foreign foreign key (room_id) references room (id), primary key (id))',
  'create index thread_room_id_index on thread (room_id)',
  'create table thread_state (membership_id uuid not null, thread_id uuid not null, follows boolean null, last_read_number bigint not null, primary key (membership_id, thread_id))',
  'alter table message add column thread_id uuid null',
  'drop index message_room_id_number_unique',
  'create unique index message_room_id_number_unique on message (room_id, number) where thread_id is null',
  'drop index message_room_id_author_id_number_index',
  'create index message_room_id_author_id_number_index on message (room_id, author_id, number, thread_id) where thread_id is null',
  'drop index message_deleted_index',
  'create index message_deleted_index on message (room_id, number, author_id, deleted_at, thread_id) where deleted_at is not null and thread_id is null',
  'drop index message_pinned_index',
  'create index message_pinned_index on message (room_id, pinned_at, seq) where pinned_at is not null',
  'create unique index message_thread_id_number_unique on message (thread_id, number) where thread_id is not null',
  'create index message_thread_author_index on message (thread_id, author_id, number, deleted_at) where thread_id is not null',
  'create index message_thread_deleted_index on message (thread_id, number, author_id, deleted_at) where deleted_at is not null and thread_id is not null',
  'create index message_thread_id_index on message (thread_id, id, author_id, deleted_at) where thread_id is not null',
  'alter table message_mention add column thread_id uuid null',
  'drop index message_mention_user_id_room_id_number_author_id_index',
  'create index message_mention_user_id_room_id_number_author_id_index on message_mention (user_id, room_id, number, author_id, thread_id) where thread_id is null',
  'create index message_mention_thread_index on message_mention (user_id, thread_id, number, author_id) where thread_id is not null',
];
