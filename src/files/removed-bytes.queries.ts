import { query } from '../database/index.js';

/** Both the file's own bytes and those of its thumbnail. */
export const REMOVE_LATER = query(
  `insert into removed_bytes (key, message_id)
  select key, message_id from file where message_id = ?
  union all select thumbnail_key, message_id from file where message_id = ? and thumbnail_key is not null`,
);

export const KEYS_OF_MESSAGE = query('select key from removed_bytes where message_id = ?');

export const FORGET_KEYS_OF_MESSAGE = query('delete from removed_bytes where message_id = ?');
