import { Migration } from '@mikro-orm/migrations';

/** Links by which people come into rooms, and to accounts. */
export class Invitations extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table `invitation` (`id` text not null primary key, `code` text not null, `room_id` text null, `created_by_id` text not null, `created_at` datetime not null, `expires_at` datetime null, `uses_left` integer null, `allows_registration` integer not null, constraint `invitation_room_id_foreign` foreign key (`room_id`) references `room` (`id`), constraint `invitation_created_by_id_foreign` foreign key (`created_by_id`) references `user` (`id`))',
  'create unique index `invitation_code_unique` on `invitation` (`code`)',
  'create index `invitation_room_id_index` on `invitation` (`room_id`)',
];
