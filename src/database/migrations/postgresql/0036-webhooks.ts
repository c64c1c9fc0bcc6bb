import { Migration } from '@mikro-orm/migrations';

/** Addresses that the server posts events to, and what became of each. */
export class Webhooks extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table webhook (id uuid not null primary key, bot_id uuid not null, url text not null, filter jsonb not null, selection text not null, secret text not null, previous_secret text null, previous_until bigint null, is_paused boolean not null, position bigint not null, created_at bigint not null, failing_since bigint null)',
  'create index webhook_bot_id_index on webhook (bot_id)',
  "create table webhook_delivery (id uuid not null primary key, webhook_id uuid not null, event_id uuid not null, position bigint not null, lane uuid not null, state text check (state in ('PENDING', 'DELIVERED', 'DEAD')) not null, attempts integer not null, next_attempt_at bigint null, status_code integer null, error text null, created_at bigint not null)",
  'create unique index webhook_delivery_webhook_id_event_id_unique on webhook_delivery (webhook_id, event_id)',
  "create index webhook_delivery_due_index on webhook_delivery (next_attempt_at) where state = 'PENDING'",
  "create index webhook_delivery_lane_index on webhook_delivery (webhook_id, lane, position) where state = 'PENDING'",
  'create index webhook_delivery_webhook_id_id_index on webhook_delivery (webhook_id, id)',
  'create index webhook_delivery_webhook_id_state_id_index on webhook_delivery (webhook_id, state, id)',
  'create index webhook_delivery_created_at_index on webhook_delivery (created_at)',
];
