import { query } from '../database/index.js';

/** Those who have one of these usernames. */
export const PEOPLE_CALLED = query(
  (sql) =>
    `select id, username_key as "usernameKey" from "user" where ${sql.anyOf('username_key')} and ended_at is null`,
);

export const PEOPLE_MENTIONED = query('select user_id as "userId" from message_mention where message_id = ?');

/** Whom each of the messages names. */
export const MENTIONS_IN = query(
  (sql) => `select message_id as "messageId", user_id as "userId" from message_mention
  where ${sql.anyOf('message_id')} order by user_id`,
);

/** Which of the messages name everybody in their room. */
export const ROOM_MENTIONS_IN = query(
  (sql) => `select message_id as "messageId" from room_mention where ${sql.anyOf('message_id')}`,
);

/** What decides whether somebody may name everybody in a room. */
export const ROLE_AND_SIZE = query(
  `select membership.role, room.member_count as "memberCount" from membership join room on room.id = membership.room_id
  where membership.room_id = ? and membership.user_id = ? and membership.left_position is null`,
);

export const ADD_MENTIONS = query(
  (sql) => `insert into message_mention (message_id, user_id, room_id, number, author_id)
  select message.id, "user".id, message.room_id, message.number, message.author_id
  from message join "user" on ${sql.anyOf('"user".id')} where message.id = ?`,
);

export const REMOVE_MENTIONS = query(
  (sql) => `delete from message_mention where message_id = ? and ${sql.anyOf('user_id')}`,
);

export const ADD_ROOM_MENTION = query(
  'insert into room_mention (message_id, room_id, number, author_id) values (?, ?, ?, ?)',
);

export const REMOVE_ROOM_MENTION = query('delete from room_mention where message_id = ?');

/** Only where it answers somebody else. */
export const ADD_ANSWER = query(
  `insert into message_answer (message_id, user_id) select ?, author_id from message where id = ? and author_id <> ?`,
);

/** Of some people those in the room who have not read it up to a number. */
export const WHO_HAS_UNREAD = query(
  (sql) => `select membership.user_id as "userId" from membership
  left join room_state on room_state.membership_id = membership.id
  where membership.room_id = ? and ${sql.anyOf('membership.user_id')} and membership.left_position is null
    and coalesce(room_state.last_read_number, membership.joined_number) < ?`,
);

/** What concerns somebody, of the rooms that they are in now, newest first, from a message on. Ids rise with time. */
export const ACTIVITY = query(
  `select message.id as "messageId" from (
    select message_id from message_mention where user_id = ? and message_id < ?
    union select message_id from message_answer where user_id = ? and message_id < ?
    union select room_mention.message_id from membership join room_mention on room_mention.room_id = membership.room_id
      where membership.user_id = ? and membership.left_position is null and room_mention.message_id < ?
  ) as one join message on message.id = one.message_id
  where message.author_id <> ? and message.deleted_at is null and exists (
    select 1 from membership where membership.room_id = message.room_id and membership.user_id = ?
      and membership.left_position is null
  ) order by message.id desc limit ?`,
);
