import { Migration } from '@mikro-orm/migrations';

/** Messages that grow piece by piece. */
export class GrowingMessages extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table `message` add column `stream_state` text null',
  "create index `message_streaming_index` on `message` (`id`) where `stream_state` = 'STREAMING'",
];
