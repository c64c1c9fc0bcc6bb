import { Migration } from '@mikro-orm/migrations';

/** Everything that the first version keeps. */
export class FirstVersion extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table `event` (`position` integer not null primary key autoincrement, `id` text not null, `room_id` text not null, `seq` integer not null, `type` text not null, `actor_id` text null, `subject_id` text not null, `at` datetime not null)',
  'create unique index `event_id_unique` on `event` (`id`)',
  'create index `event_room_id_position_index` on `event` (`room_id`, `position`)',
  'create unique index `event_room_id_seq_unique` on `event` (`room_id`, `seq`)',
  'create table `log_identity` (`id` integer not null primary key autoincrement, `epoch` text not null, `cursor_key` text not null)',
  "create table `room` (`id` text not null primary key, `name` text not null, `name_key` text not null, `public_name_key` text null, `search_text` text not null, `topic` text not null, `visibility` text check (`visibility` in ('PUBLIC', 'PRIVATE')) not null, `member_count` integer not null, `last_seq` integer not null, `last_number` integer not null, `last_activity_at` datetime not null, `created_at` datetime not null)",
  'create index `room_name_key_index` on `room` (`name_key`)',
  'create unique index `room_public_name_key_unique` on `room` (`public_name_key`)',
  "create table `user` (`id` text not null primary key, `username` text not null, `username_key` text not null, `display_name` text not null, `display_name_key` text not null, `kind` text check (`kind` in ('PERSON', 'GUEST', 'BOT')) not null, `password_hash` text null, `created_at` datetime not null, `ended_at` datetime null)",
  'create unique index `user_username_key_unique` on `user` (`username_key`)',
  'create index `user_display_name_key_index` on `user` (`display_name_key`)',
  'create table `session` (`id` text not null primary key, `user_id` text not null, `generation` integer not null, `refresh_hash` text not null, `trades` json not null, `rotated_at` datetime not null, `expires_at` datetime not null, `created_at` datetime not null, `ended_at` datetime null, constraint `session_user_id_foreign` foreign key (`user_id`) references `user` (`id`))',
  'create index `session_user_id_index` on `session` (`user_id`)',
  'create index `session_expires_at_index` on `session` (`expires_at`)',
  'create table `message` (`id` text not null primary key, `room_id` text not null, `number` integer not null, `seq` integer not null, `author_id` text not null, `body` text not null, `nonce` text null, `fingerprint` text null, `created_at` datetime not null, `edited_at` datetime null, `deleted_at` datetime null, constraint `message_room_id_foreign` foreign key (`room_id`) references `room` (`id`), constraint `message_author_id_foreign` foreign key (`author_id`) references `user` (`id`))',
  'create index `message_room_id_index` on `message` (`room_id`)',
  'create index `message_author_id_index` on `message` (`author_id`)',
  'create unique index `message_room_id_number_unique` on `message` (`room_id`, `number`)',
  'create unique index `message_author_id_nonce_unique` on `message` (`author_id`, `nonce`)',
  "create table `membership` (`id` text not null primary key, `room_id` text not null, `user_id` text not null, `role` text check (`role` in ('OWNER', 'MODERATOR', 'MEMBER')) not null, `joined_at` datetime not null, `joined_position` integer not null, `left_position` integer null, constraint `membership_room_id_foreign` foreign key (`room_id`) references `room` (`id`), constraint `membership_user_id_foreign` foreign key (`user_id`) references `user` (`id`))",
  'create index `membership_room_id_index` on `membership` (`room_id`)',
  'create index `membership_user_id_index` on `membership` (`user_id`)',
  'create index `membership_user_id_room_id_index` on `membership` (`user_id`, `room_id`)',
  'create index `membership_room_id_joined_position_index` on `membership` (`room_id`, `joined_position`)',
  'create unique index `membership_current_unique` on `membership` (`room_id`, `user_id`) where `left_position` is null',
  'create table `file` (`id` text not null primary key, `room_id` text not null, `uploader_id` text not null, `message_id` text null, `ordinal` integer not null, `name` text not null, `media_type` text not null, `size` integer not null, `sha256` text not null, `key` text not null, `thumbnail_key` text null, `width` integer null, `height` integer null, `created_at` datetime not null, constraint `file_room_id_foreign` foreign key (`room_id`) references `room` (`id`), constraint `file_uploader_id_foreign` foreign key (`uploader_id`) references `user` (`id`))',
  'create index `file_room_id_index` on `file` (`room_id`)',
  'create index `file_uploader_id_index` on `file` (`uploader_id`)',
  'create unique index `file_key_unique` on `file` (`key`)',
  'create unique index `file_thumbnail_key_unique` on `file` (`thumbnail_key`)',
  'create index `file_message_id_ordinal_index` on `file` (`message_id`, `ordinal`)',
  'create index `file_message_id_created_at_index` on `file` (`message_id`, `created_at`)',
];
