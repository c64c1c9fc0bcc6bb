import { query } from '../../database/index.js';

export const EMAIL_PREFERENCE_OF = query(
  `select missed_messages as "missedMessages", digest, digest_hour as "digestHour", shows_text as "showsText",
    last_digest_at as "lastDigestAt", next_digest_at as "nextDigestAt"
  from email_preference where user_id = ?`,
);

export const PUT_EMAIL_PREFERENCE = query(
  `insert into email_preference (user_id, missed_messages, digest, digest_hour, shows_text, next_digest_at) values (?, ? = 1, ? = 1, ?, ? = 1, ?)
  on conflict (user_id) do update set missed_messages = excluded.missed_messages, digest = excluded.digest, digest_hour = excluded.digest_hour,
    shows_text = excluded.shows_text, next_digest_at = excluded.next_digest_at`,
);

export const REMOVE_EMAIL_PREFERENCE = query('delete from email_preference where user_id = ?');

/** Of somebody who can sign in and whose address takes e-mail, where it goes and what they want; nothing of anybody else. */
export const RECIPIENT = query(
  `select email_address.address, person.time_zone as "timeZone", coalesce(missed_messages, true) as "missedMessages", coalesce(digest, false) as digest,
    coalesce(digest_hour, 8) as "digestHour", coalesce(email_preference.shows_text, false) as "showsText", last_digest_at as "lastDigestAt",
    next_digest_at as "nextDigestAt", do_not_disturb_until as "doNotDisturbUntil", quiet_from as "quietFrom", quiet_until as "quietUntil",
    quiet_days as "quietDays", quiet_time_zone as "quietTimeZone"
  from email_address join "user" as person on person.id = email_address.user_id
  left join email_preference on email_preference.user_id = person.id
  left join notification_settings on notification_settings.user_id = person.id
  where email_address.user_id = ? and email_address.address is not null and failing_since is null
    and person.ended_at is null and person.disabled_at is null`,
);

/** Where somebody wants e-mail about what they miss; not more often than so long after the last one. */
export const ADD_MISSED = query(
  (sql) => `insert into missed_message (user_id, message_id, status, reason, mail_id, due_at, at)
  select email_address.user_id, ?, 'WAITING', null, null, ${sql.greatest('?', 'coalesce(last_missed_at, 0) + ?')}, ?
  from email_address left join email_preference on email_preference.user_id = email_address.user_id
  where email_address.user_id = ? and address is not null and failing_since is null and coalesce(missed_messages, true)
  on conflict (user_id, message_id) do nothing returning due_at as "dueAt"`,
);

/** Those who have missed something by now, whoever waits longest first. */
export const SOME_WHO_MISSED = query(
  `select user_id as "userId", min(due_at) as "dueAt" from missed_message
  where status = 'WAITING' and mail_id is null and due_at <= ? group by user_id order by min(due_at) limit ?`,
);

export const NEXT_MISSED = query(
  `select min(due_at) as "nextAt" from missed_message where status = 'WAITING' and mail_id is null`,
);

/** One that has not been tried yet: it takes in what was missed since. */
export const UNTRIED_MISSED_MAIL = query(
  `select id from mail where user_id = ? and kind = 'MISSED_MESSAGES' and status = 'WAITING' and attempts = 0 limit 1`,
);

/** All that waits, also what is not due yet: who is written to is told of everything. */
export const PUT_INTO_MAIL = query(
  `update missed_message set mail_id = ? where user_id = ? and status = 'WAITING' and mail_id is null`,
);

export const WITHHOLD_MISSED_OF = query(
  `update missed_message set status = 'WITHHELD', at = ? where user_id = ? and status = 'WAITING'`,
);

export const MISSED_IN_MAIL = query(
  `select message_id as "messageId" from missed_message where mail_id = ? and status = 'WAITING' order by message_id`,
);

export const WITHHOLD_MISSED = query(
  `update missed_message set status = 'WITHHELD', reason = ?, at = ? where user_id = ? and message_id = ? and status = 'WAITING'`,
);

export const SETTLE_MISSED = query(
  `update missed_message set status = ?, at = ? where mail_id = ? and status = 'WAITING' returning message_id`,
);

export const NOTE_MISSED_SENT = query(
  `insert into email_preference (user_id, last_missed_at) values (?, ?)
  on conflict (user_id) do update set last_missed_at = excluded.last_missed_at`,
);

export const MISSED_OF = query('select status, reason, at from missed_message where user_id = ? and message_id = ?');

export const REMOVE_SOME_OLD_MISSED = query(
  `delete from missed_message where (user_id, message_id) in (
    select user_id, message_id from missed_message where at < ? limit ?
  ) returning user_id as "userId"`,
);

export const REMOVE_SOME_MISSED_OF = query(
  `delete from missed_message where (user_id, message_id) in (
    select user_id, message_id from missed_message where user_id = ? limit ?
  ) returning user_id as "userId"`,
);

export const REMOVE_MISSED_MESSAGES = query((sql) => `delete from missed_message where ${sql.anyOf('message_id')}`);

export const SOME_DUE_DIGESTS = query(
  `select user_id as "userId" from email_preference where next_digest_at <= ? order by next_digest_at limit ?`,
);

export const NEXT_DIGEST = query(
  'select min(next_digest_at) as "nextAt" from email_preference where next_digest_at is not null',
);

export const MOVE_DIGEST = query(
  'update email_preference set next_digest_at = ?, last_digest_at = ? where user_id = ?',
);

/**
 * The rooms of somebody where something was said since a moment that they have not read, those with most first. It looks back no further than that moment, so that a room with a
 * hundred thousand unread messages costs a day of them. Rooms that are muted, or of which they want to hear nothing, are not among them.
 */
export const UNREAD_ROOMS_SINCE = query(
  `select room.id as "roomId", room.name, room.kind, count(*) as total
  from membership
  join room on room.id = membership.room_id
  left join room_state on room_state.membership_id = membership.id
  join message on message.room_id = room.id and message.thread_id is null
    and message.number > coalesce(room_state.last_read_number, membership.joined_number)
    and message.number > coalesce((
      select earlier.number from message as earlier
      where earlier.room_id = room.id and earlier.thread_id is null and earlier.created_at <= ? order by earlier.number desc limit 1
    ), 0)
  where membership.user_id = ? and membership.left_position is null
    and message.deleted_at is null and message.author_id <> membership.user_id
    and not exists (select 1 from user_block where blocker_id = membership.user_id and blocked_id = message.author_id)
    and coalesce(room_state.notify, 'MENTIONS') <> 'NOTHING'
    and not (coalesce(room_state.is_muted, false) and (room_state.muted_until is null or room_state.muted_until > ?))
  group by room.id, room.name, room.kind order by count(*) desc, room.id limit ?`,
);

/** The newest ones of a room that are counted there. */
export const NEWEST_UNREAD_OF_ROOM = query(
  `select message.body, author.display_name as "authorName"
  from message join "user" as author on author.id = message.author_id
  join membership on membership.room_id = message.room_id and membership.user_id = ? and membership.left_position is null
  left join room_state on room_state.membership_id = membership.id
  where message.room_id = ? and message.thread_id is null and message.deleted_at is null and message.author_id <> membership.user_id
    and message.number > coalesce(room_state.last_read_number, membership.joined_number)
    and not exists (select 1 from user_block where blocker_id = membership.user_id and blocked_id = message.author_id)
  order by message.number desc limit ?`,
);

/** Who else is in a direct room. */
export const COMPANY_OF = query(
  `select "user".display_name as name from membership join "user" on "user".id = membership.user_id
  where membership.room_id = ? and membership.left_position is null and membership.user_id <> ? order by "user".display_name limit ?`,
);
