import { Migration } from '@mikro-orm/migrations';

/** When a message was pinned, and where the room’s pins are found. */
export class Pins extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table `message` add column `pinned_at` datetime null',
  'create index `message_pinned_index` on `message` (`room_id`, `pinned_at`, `number`) where `pinned_at` is not null',
];
