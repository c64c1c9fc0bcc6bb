import { Migration } from '@mikro-orm/migrations';

/** What people say of themselves, and their pictures: of each picture a file for each size. */
export class Profiles extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table `user` add column `avatar_version` text null',
  'alter table `user` add column `about` text null',
  'alter table `user` add column `time_zone` text null',
  'alter table `user` add column `status_emoji` text null',
  'alter table `user` add column `status_text` text null',
  'alter table `user` add column `status_until` datetime null',
  'create table `avatar_image` (`key` text not null primary key, `user_id` text not null, `version` text not null, `edge` integer not null, `size` integer not null, `sha256` text not null, constraint `avatar_image_user_id_foreign` foreign key (`user_id`) references `user` (`id`))',
  'create index `avatar_image_user_id_index` on `avatar_image` (`user_id`)',
  'create unique index `avatar_image_version_edge_unique` on `avatar_image` (`version`, `edge`)',
];
