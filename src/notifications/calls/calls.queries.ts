import { query } from '../../database/index.js';

/** Of some messages those that are there, and whole: whom they call is found later. */
export const PUT_DUE = query(
  (sql) => `insert into notification_due (message_id)
  select message.id from message where ${sql.anyOf('message.id')} and message.deleted_at is null
    and message.stream_state is distinct from 'STREAMING'
  on conflict (message_id) do nothing`,
);

/** Of some that were edited those that grew piece by piece until then: they call nobody before they are done. */
export const PUT_STREAMED_DUE = query(
  (sql) => `insert into notification_due (message_id)
  select message.id from message where ${sql.anyOf('message.id')} and message.deleted_at is null
    and message.stream_state in ('DONE', 'BROKEN_OFF') and message.edited_at is null
  on conflict (message_id) do nothing`,
);

/** Some that are due, the ones that were sent first first. */
export const SOME_DUE = query('select message_id as "messageId" from notification_due order by message_id limit ?');

export const TAKE_DUE = query('delete from notification_due where message_id = ?');

/** What of a message decides whom it calls, and what they are told. One that grew piece by piece is whole since its last edit, which is among the newest events of its room. */
export const CALLING_MESSAGE = query(
  `select message.id, message.room_id as "roomId", message.thread_id as "threadId", message.number, message.body, message.created_at as "createdAt",
    case when message.stream_state is null then message.created_at else coalesce((
      select event.at from event where event.room_id = message.room_id and event.subject_id = message.id
        and event.type in ('MessageEdited', 'ThreadMessageEdited') order by event.position desc limit 1
    ), message.created_at) end as "wholeAt",
    message.deleted_at as "deletedAt", message.author_id as "authorId", author.display_name as "authorName", room.kind, room.name as "roomName",
    exists (select 1 from room_mention where room_mention.message_id = message.id) as "namesRoom"
  from message join room on room.id = message.room_id join "user" as author on author.id = message.author_id
  where message.id = ?`,
);

/**
 * Those who have a device to be called on, or an address for e-mail about what they miss, and whom a message may concern: whom it names or answers, who wants all of its room, who follows its thread, everybody in a direct room or where it names
 * the room, and those one of whose keywords begins with one of its pieces. Each by an index, in this order (`cross join`): nobody else is looked at.
 */
export const WHO_MAY_BE_CALLED = query(
  (sql) => `select user_id as "userId" from (
    select message_mention.user_id from message_mention where message_mention.message_id = ?
    union select message_answer.user_id from message_answer where message_answer.message_id = ?
    union select membership.user_id from room_mention
      join membership on membership.room_id = room_mention.room_id and membership.left_position is null
      where room_mention.message_id = ?
    union select membership.user_id from message join room on room.id = message.room_id and room.kind = 'DIRECT'
      join membership on membership.room_id = room.id and membership.left_position is null
      where message.id = ?
    union select membership.user_id from message
      cross join room_state cross join membership
      where message.id = ? and message.thread_id is null and room_state.room_id = message.room_id and room_state.notify = 'ALL'
        and membership.id = room_state.membership_id and membership.left_position is null
    union select membership.user_id from message
      cross join thread_state cross join membership
      where message.id = ? and thread_state.thread_id = message.thread_id and thread_state.follows = true
        and membership.id = thread_state.membership_id and membership.left_position is null
    union select membership.user_id from message
      cross join notification_keyword cross join membership
      where message.id = ? and ${sql.anyOf('notification_keyword.piece')}
        and membership.room_id = message.room_id and membership.user_id = notification_keyword.user_id and membership.left_position is null
  ) as one
  where exists (select 1 from push_subscription where push_subscription.user_id = one.user_id)
    or exists (select 1 from email_address where email_address.user_id = one.user_id and email_address.address is not null)
  order by user_id`,
);

/** What a message is to some people, and how they want to be called; none whose account has ended or is disabled. */
export const WHAT_IT_IS_TO = query(
  (sql) => `select person.id as "userId", person.time_zone as "timeZone", membership.id as "membershipId",
    exists (select 1 from user_block where blocker_id = person.id and blocked_id = message.author_id) as "isAuthorBlocked",
    exists (select 1 from message_mention where message_id = message.id and user_id = person.id) as "isNamed",
    exists (select 1 from message_answer where message_id = message.id and user_id = person.id) as "isAnswered",
    room_state.notify, room_state.is_muted as "isMuted", room_state.muted_until as "mutedUntil",
    coalesce(room_state.last_read_number, membership.joined_number) as "lastReadNumber",
    thread_state.follows as "followsThread", thread_state.last_read_number as "threadReadNumber",
    do_not_disturb_until as "doNotDisturbUntil", quiet_from as "quietFrom", quiet_until as "quietUntil", quiet_days as "quietDays",
    quiet_time_zone as "quietTimeZone", shows_text as "showsText"
  from message cross join "user" as person
  left join membership on membership.room_id = message.room_id and membership.user_id = person.id and membership.left_position is null
  left join room_state on room_state.membership_id = membership.id
  left join thread_state on thread_state.membership_id = membership.id and thread_state.thread_id = message.thread_id
  left join notification_settings on notification_settings.user_id = person.id
  where message.id = ? and ${sql.anyOf('person.id')} and person.ended_at is null and person.disabled_at is null`,
);

/** The keywords of some people that begin with one of some pieces. */
export const KEYWORDS_WITH = query(
  (sql) => `select user_id as "userId", keyword from notification_keyword
  where ${sql.anyOf('user_id')} and ${sql.anyOf('piece')} order by user_id, place`,
);

export const ADD_NOTIFICATION = query(
  `insert into notification (message_id, user_id, room_id, thread_id, number, reason, is_open, decided_at)
  values (?, ?, ?, ?, ?, ?, ? = 1, ?) on conflict (message_id, user_id) do nothing`,
);

/** To each device that somebody had when the message came. */
export const ADD_MESSAGE_DELIVERIES = query(
  `insert into push_delivery (subscription_id, kind, subject_id, user_id, device_name, status, attempts, next_attempt_at, at)
  select id, 'MESSAGE', ?, user_id, device_name, 'WAITING', 0, ?, ? from push_subscription
  where user_id = ? and created_at <= ?
  on conflict (subscription_id, kind, subject_id) do nothing`,
);

export const NOTIFICATION_OF = query('select reason from notification where message_id = ? and user_id = ?');

/** Why somebody was not called in the end, where none of their devices was told. */
export const NOTE_WITHHELD = query(
  `update notification set reason = ?, is_open = false where message_id = ? and user_id = ? and not exists (
    select 1 from push_delivery where push_delivery.user_id = notification.user_id and push_delivery.subject_id = notification.message_id
      and kind = 'MESSAGE' and status in ('SENT', 'WAITING')
  )`,
);

/** What somebody has read of a room or its threads by now, and all of a room that they are not in any more. */
export const CLOSE_READ = query(
  `update notification set is_open = false
  where is_open = true and user_id = ? and room_id = ? and not exists (
    select 1 from membership left join room_state on room_state.membership_id = membership.id
    left join thread_state on thread_state.membership_id = membership.id and thread_state.thread_id = notification.thread_id
    where membership.room_id = notification.room_id and membership.user_id = notification.user_id and membership.left_position is null
      and notification.number > case when notification.thread_id is null
        then coalesce(room_state.last_read_number, membership.joined_number) else coalesce(thread_state.last_read_number, 0) end
  ) returning message_id as "messageId", user_id as "userId"`,
);

export const CLOSE_DELETED = query(
  (sql) => `update notification set is_open = false where is_open = true and ${sql.anyOf('message_id')}
  returning message_id as "messageId", user_id as "userId"`,
);

/** To each device that was told of a message. */
export const ADD_CLOSES = query(
  `insert into push_delivery (subscription_id, kind, subject_id, user_id, device_name, status, attempts, next_attempt_at, at)
  select subscription_id, 'CLOSE', subject_id, user_id, device_name, 'WAITING', 0, ?, ? from push_delivery
  where user_id = ? and subject_id = ? and kind = 'MESSAGE' and status = 'SENT'
  on conflict (subscription_id, kind, subject_id) do nothing`,
);

export const REMOVE_SOME_OLD_NOTIFICATIONS = query(
  `delete from notification where (message_id, user_id) in (
    select message_id, user_id from notification where decided_at < ? limit ?
  ) returning user_id as "userId"`,
);

export const REMOVE_SOME_NOTIFICATIONS_OF = query(
  `delete from notification where (message_id, user_id) in (
    select message_id, user_id from notification where user_id = ? limit ?
  ) returning user_id as "userId"`,
);

export const REMOVE_NOTIFICATIONS_OF_MESSAGES = query(
  (sql) => `delete from notification where ${sql.anyOf('message_id')}`,
);

export const REMOVE_DUE = query((sql) => `delete from notification_due where ${sql.anyOf('message_id')}`);
