import { Migration } from '@mikro-orm/migrations';

/** Places in the feeds of accounts that the server keeps. */
export class Consumers extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table `consumer` (`id` text not null primary key, `user_id` text not null, `name` text not null, `position` integer not null, `event_id` text not null, `epoch` text not null, `filter` json not null, `created_at` datetime not null, `acknowledged_at` datetime null)',
  'create unique index `consumer_user_id_name_unique` on `consumer` (`user_id`, `name`)',
];
