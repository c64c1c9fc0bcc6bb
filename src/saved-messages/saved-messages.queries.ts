import { query } from '../database/index.js';

/** Gives a row where the message was not saved yet. */
export const CLAIM_SAVED = query(
  `insert into saved_message (user_id, message_id, saved_at) values (?, ?, ?)
  on conflict (user_id, message_id) do nothing returning message_id`,
);

/** Gives a row where it was saved. */
export const REMOVE_SAVED = query(
  'delete from saved_message where user_id = ? and message_id = ? returning message_id',
);

/** More than was asked for: what each of the people saved of these messages. */
export const SAVED_AMONG = query(
  (sql) => `select user_id as "userId", message_id as "messageId" from saved_message
  where ${sql.anyOf('user_id')} and ${sql.anyOf('message_id')}`,
);

/** What somebody saved, of the rooms that they are in now: what was saved last first, from a place on. */
export const SAVED_MESSAGES = query(
  `select saved_message.message_id as "messageId", saved_message.saved_at as "savedAt"
  from saved_message join message on message.id = saved_message.message_id
  where saved_message.user_id = ? and (saved_message.saved_at, saved_message.message_id) < (?, ?) and exists (
    select 1 from membership where membership.room_id = message.room_id
      and membership.user_id = saved_message.user_id and membership.left_position is null
  ) order by saved_message.saved_at desc, saved_message.message_id desc limit ?`,
);

export const WHO_SAVED = query(
  (sql) => `select distinct user_id as "userId" from saved_message where ${sql.anyOf('message_id')}`,
);

/** Who had saved which of these messages. */
export const REMOVE_SAVED_AND_TELL = query(
  (sql) =>
    `delete from saved_message where ${sql.anyOf('message_id')} returning user_id as "userId", message_id as "messageId"`,
);

/** Some of what somebody saved; gives a row for each. */
export const REMOVE_SOME_SAVED_BY = query(
  `delete from saved_message where user_id = ? and message_id in (
    select message_id from saved_message where user_id = ? limit ?
  ) returning message_id`,
);

export const REMOVE_SAVED_OF = query((sql) => `delete from saved_message where ${sql.anyOf('message_id')}`);
