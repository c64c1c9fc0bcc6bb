import { Migration } from '@mikro-orm/migrations';

/** When people want to be called, on which devices, by which messages they were; and indexes of who wants all of a room and who follows a thread. */
export class Notifications extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'create table notification_settings (user_id uuid not null primary key, do_not_disturb_until bigint null, quiet_from text null, quiet_until text null, quiet_days text null, quiet_time_zone text null, shows_text boolean not null default false)',
  'create table notification_keyword (user_id uuid not null, place integer not null, keyword text not null, piece text not null, primary key (user_id, place))',
  'create index notification_keyword_piece_user_id_index on notification_keyword (piece, user_id)',
  'create table push_key (id integer not null primary key, public_key text not null, private_key text not null)',
  'create table push_subscription (id uuid not null primary key, user_id uuid not null, session_id uuid not null, endpoint text not null, p256dh text not null, auth text not null, device_name text not null, created_at bigint not null, last_delivery_at bigint null)',
  'create index push_subscription_user_id_index on push_subscription (user_id)',
  'create index push_subscription_session_id_index on push_subscription (session_id)',
  'create unique index push_subscription_endpoint_unique on push_subscription (endpoint)',
  "create table push_delivery (subscription_id uuid not null, kind text check (kind in ('MESSAGE', 'CLOSE', 'TEST')) not null, subject_id uuid not null, user_id uuid not null, device_name text not null, status text check (status in ('WAITING', 'SENT', 'GONE', 'REFUSED', 'FAILED', 'WITHHELD')) not null, attempts integer not null, next_attempt_at bigint not null, at bigint not null, primary key (subscription_id, kind, subject_id))",
  "create index push_delivery_waiting_index on push_delivery (next_attempt_at) where status = 'WAITING'",
  'create index push_delivery_subscription_id_at_index on push_delivery (subscription_id, at)',
  'create index push_delivery_subject_id_user_id_index on push_delivery (subject_id, user_id)',
  'create index push_delivery_user_id_index on push_delivery (user_id)',
  'create index push_delivery_at_index on push_delivery (at)',
  'create table notification (message_id uuid not null, user_id uuid not null, room_id uuid not null, thread_id uuid null, number bigint not null, reason text not null, is_open boolean not null, decided_at bigint not null, primary key (message_id, user_id))',
  'create index notification_open_index on notification (user_id, room_id, number) where is_open = true',
  'create index notification_user_id_index on notification (user_id)',
  'create index notification_decided_at_index on notification (decided_at)',
  'create table notification_due (message_id uuid not null primary key)',
  'alter table room_state add column room_id uuid null',
  'update room_state set room_id = (select room_id from membership where membership.id = room_state.membership_id)',
  "create index room_state_all_index on room_state (room_id, membership_id) where notify = 'ALL'",
  'create index thread_state_followed_index on thread_state (thread_id, membership_id) where follows = true',
];
