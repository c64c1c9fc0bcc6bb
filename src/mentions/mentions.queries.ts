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

/** Which of the messages name somebody, or everybody in their room. */
export const NAMING_AMONG = query(
  (sql) => `select message_id as "messageId" from message_mention where user_id = ? and ${sql.anyOf('message_id')}
  union select message_id from room_mention where ${sql.anyOf('message_id')}`,
);

/** What decides whether somebody may name everybody in a room. */
export const ROLE_AND_SIZE = query(
  `select membership.role, room.member_count as "memberCount" from membership join room on room.id = membership.room_id
  where membership.room_id = ? and membership.user_id = ? and membership.left_position is null`,
);

export const ADD_MENTIONS = query(
  (sql) => `insert into message_mention (message_id, user_id, room_id, thread_id, number, author_id)
  select message.id, "user".id, message.room_id, message.thread_id, message.number, message.author_id
  from message join "user" on ${sql.anyOf('"user".id')} where message.id = ?`,
);

export const REMOVE_MENTIONS = query(
  (sql) => `delete from message_mention where message_id = ? and ${sql.anyOf('user_id')}`,
);

export const ADD_ROOM_MENTION = query(
  'insert into room_mention (message_id, room_id, number, author_id) values (?, ?, ?, ?)',
);

export const REMOVE_ROOM_MENTION = query('delete from room_mention where message_id = ?');

export const REMOVE_MENTIONS_IN = query((sql) => `delete from message_mention where ${sql.anyOf('message_id')}`);

export const REMOVE_ROOM_MENTIONS_IN = query((sql) => `delete from room_mention where ${sql.anyOf('message_id')}`);

export const REMOVE_ANSWERS_IN = query((sql) => `delete from message_answer where ${sql.anyOf('message_id')}`);

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

/**
 * What concerns somebody, of the rooms that they are in now, newest first, from a message on. Ids rise with time. Each part is asked for as much as a page holds, and no more is
 * looked at.
 */
export const ACTIVITY = query(
  () => `select message_id as "messageId" from (
    select message_id from (${NAMING}) as naming
    union select message_id from (${ANSWERING}) as answering
    union select message_id from (${NAMING_ROOM}) as naming_room
    union select message_id from (${IN_THREADS}) as in_threads
  ) as one order by message_id desc limit ?`,
);

const isIn = (roomId: string, userId: string): string => `exists (
    select 1 from membership
    where membership.room_id = ${roomId} and membership.user_id = ${userId} and membership.left_position is null
  )`;

/** What somebody wrote whom they block concerns nobody. */
const isHeard = (userId: string, authorId: string): string =>
  `not exists (select 1 from user_block as block where block.blocker_id = ${userId} and block.blocked_id = ${authorId})`;

/** A deleted message names nobody. */
const NAMING = `select message_mention.message_id from message_mention
  where message_mention.user_id = ? and message_mention.message_id < ?
    and message_mention.author_id <> message_mention.user_id
    and ${isHeard('message_mention.user_id', 'message_mention.author_id')}
    and ${isIn('message_mention.room_id', 'message_mention.user_id')}
  order by message_mention.message_id desc limit ?`;

const ANSWERING = `select message_answer.message_id from message_answer
  join message on message.id = message_answer.message_id and message.deleted_at is null
  where message_answer.user_id = ? and message_answer.message_id < ?
    and ${isHeard('message_answer.user_id', 'message.author_id')}
    and ${isIn('message.room_id', 'message_answer.user_id')}
  order by message_answer.message_id desc limit ?`;

const NAMING_ROOM = `select room_mention.message_id from membership
  join room_mention on room_mention.room_id = membership.room_id and room_mention.author_id <> membership.user_id
  where membership.user_id = ? and room_mention.message_id < ? and membership.left_position is null
    and ${isHeard('membership.user_id', 'room_mention.author_id')}
  order by room_mention.message_id desc limit ?`;

/** The newest message of a thread, before one, that somebody else wrote, whom they do not block, and that is not deleted. */
const newestIn = (threadId: string, userId: string): string => `select earlier.id from message as earlier
      where earlier.thread_id = ${threadId} and earlier.id < ? and earlier.author_id <> ${userId} and earlier.deleted_at is null
        and ${isHeard(userId, 'earlier.author_id')}
      order by earlier.id desc limit 1`;

/** The newest of all stand in those threads whose newest one is newest: as many threads as a page holds, and a page of each. */
const IN_THREADS = `select message.id as message_id from (
    select thread_state.thread_id, (${newestIn('thread_state.thread_id', 'membership.user_id')}) as newest
    from membership join thread_state on thread_state.membership_id = membership.id and thread_state.follows
    where membership.user_id = ? and membership.left_position is null
    order by newest desc nulls last limit ?
  ) as near
  join message on message.thread_id = near.thread_id and message.id < ? and message.author_id <> ?
    and message.deleted_at is null and ${isHeard('?', 'message.author_id')}
    and message.id >= coalesce((${newestIn('near.thread_id', '?')} offset ?), ?)`;
