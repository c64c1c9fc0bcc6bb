import { Migration } from '@mikro-orm/migrations';

/** What people have saved for later, each for themselves. */
export class SavedMessages extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table `saved_message` (`user_id` text not null, `message_id` text not null, `saved_at` datetime not null, constraint `saved_message_user_id_foreign` foreign key (`user_id`) references `user` (`id`), constraint `saved_message_message_id_foreign` foreign key (`message_id`) references `message` (`id`), primary key (`user_id`, `message_id`))',
  'create index `saved_message_user_id_saved_at_message_id_index` on `saved_message` (`user_id`, `saved_at`, `message_id`)',
];
