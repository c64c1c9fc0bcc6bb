import { Migration } from '@mikro-orm/migrations';

/** Files that come in by parts, and how much of each is there. */
export class ResumableUploads extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table `resumable_upload` (`id` text not null primary key, `uploader_id` text not null, `room_id` text not null, `metadata` text not null, `length` integer not null, `received` integer not null, `is_stored` integer not null, `created_at` datetime not null, constraint `resumable_upload_uploader_id_foreign` foreign key (`uploader_id`) references `user` (`id`), constraint `resumable_upload_room_id_foreign` foreign key (`room_id`) references `room` (`id`))',
  'create index `resumable_upload_room_id_index` on `resumable_upload` (`room_id`)',
  'create index `resumable_upload_created_at_index` on `resumable_upload` (`created_at`)',
  'create index `resumable_upload_reserved_index` on `resumable_upload` (`uploader_id`, `length`) where `is_stored` = false',
];
