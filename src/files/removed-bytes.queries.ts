import { query } from '../database/index.js';

/** Both the file's own bytes and those of its thumbnail. */
export const REMOVE_LATER = query(
  `insert into removed_bytes (key, message_id)
  select key, message_id from file where message_id = ?
  union all select thumbnail_key, message_id from file where message_id = ? and thumbnail_key is not null`,
);

/** The same of so many files of a room, attached or not, under the room's own id. */
export const REMOVE_LATER_WITH_ROOM = query(
  `insert into removed_bytes (key, message_id)
  select key, room_id from (select key, room_id from file where room_id = ? order by id limit ?) as one
  union all select thumbnail_key, room_id from (
    select thumbnail_key, room_id from file where room_id = ? order by id limit ?
  ) as other where thumbnail_key is not null`,
);

/** The same of some files, under the id of whoever had sent them. */
export const REMOVE_LATER_WITH_ACCOUNT = query(
  (sql) => `insert into removed_bytes (key, message_id)
  select key, uploader_id from file where ${sql.anyOf('id')}
  union all select thumbnail_key, uploader_id from file where ${sql.anyOf('id')} and thumbnail_key is not null`,
);

/** What is still to be removed of these messages goes with their room. */
export const ADOPT_KEYS = query((sql) => `update removed_bytes set message_id = ? where ${sql.anyOf('message_id')}`);

export const KEYS_OF_MESSAGE = query('select key from removed_bytes where message_id = ?');

export const FORGET_KEYS_OF_MESSAGE = query('delete from removed_bytes where message_id = ?');
