import { Migration } from '@mikro-orm/migrations';

/** Addresses that the server posts events to, and what became of each. */
export class Webhooks extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table `webhook` (`id` text not null primary key, `bot_id` text not null, `url` text not null, `filter` json not null, `selection` text not null, `secret` text not null, `previous_secret` text null, `previous_until` datetime null, `is_paused` integer not null, `position` integer not null, `created_at` datetime not null, `failing_since` datetime null)',
  'create index `webhook_bot_id_index` on `webhook` (`bot_id`)',
  "create table `webhook_delivery` (`id` text not null primary key, `webhook_id` text not null, `event_id` text not null, `position` integer not null, `lane` text not null, `state` text check (`state` in ('PENDING', 'DELIVERED', 'DEAD')) not null, `attempts` integer not null, `next_attempt_at` datetime null, `status_code` integer null, `error` text null, `created_at` datetime not null)",
  'create unique index `webhook_delivery_webhook_id_event_id_unique` on `webhook_delivery` (`webhook_id`, `event_id`)',
  "create index `webhook_delivery_due_index` on `webhook_delivery` (`next_attempt_at`) where `state` = 'PENDING'",
  "create index `webhook_delivery_lane_index` on `webhook_delivery` (`webhook_id`, `lane`, `position`) where `state` = 'PENDING'",
  'create index `webhook_delivery_webhook_id_id_index` on `webhook_delivery` (`webhook_id`, `id`)',
  'create index `webhook_delivery_webhook_id_state_id_index` on `webhook_delivery` (`webhook_id`, `state`, `id`)',
  'create index `webhook_delivery_created_at_index` on `webhook_delivery` (`created_at`)',
];
