import { query } from '../../database/index.js';

/** Deleted once more it can only lose more: its messages as well. */
export const NOTE_DELETED_ACCOUNT = query(
  `insert into deleted_account (user_id, with_messages, deleted_at) values (?, ? = 1, ?)
  on conflict (user_id) do update set with_messages = excluded.with_messages, removed_at = null
  where excluded.with_messages and not deleted_account.with_messages`,
);

export const ACCOUNTS_TO_REMOVE = query(
  `select user_id as "userId", case when with_messages then 1 else 0 end as "withMessages" from deleted_account
  where removed_at is null order by deleted_at, user_id`,
);

/** Not where it is to lose more since. */
export const NOTE_ACCOUNT_REMOVED = query(
  'update deleted_account set removed_at = ? where user_id = ? and with_messages = (? = 1)',
);

/** From where they came, and with what: the sessions stay, so that their tokens are known to be over. */
export const FORGET_ORIGINS = query('update session set address = null, client = null where user_id = ?');

export const IDS_OF_SESSIONS = query('select id from session where user_id = ?');
