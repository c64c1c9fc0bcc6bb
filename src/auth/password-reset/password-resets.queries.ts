import { query } from '../../database/index.js';

export const PUT_RESET = query(
  `insert into password_reset (user_id, token_hash, created_at, expires_at) values (?, ?, ?, ?)
  on conflict (user_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at, expires_at = excluded.expires_at`,
);

export const ADD_MAILED_RESET = query(
  'insert into mailed_password_reset (id, user_id, token_hash, created_at, expires_at) values (?, ?, ?, ?, ?)',
);

/** All but so many of the newest. */
export const FORGET_OLDER_MAILED_RESETS = query(
  (sql) => `delete from mailed_password_reset where id in (
    select id from mailed_password_reset where user_id = ? order by id desc ${sql.noLimit} offset ?
  )`,
);

export const MAILED_RESET_WITH_ID = query(
  `select user_id as "userId", token_hash as "tokenHash", expires_at as "expiresAt" from mailed_password_reset where id = ? and expires_at > ?`,
);

/** Of somebody who can sign in. */
export const RESET_WITH_TOKEN = query(
  `select one.user_id as "userId", one.expires_at as "expiresAt"
  from (
    select user_id, expires_at from password_reset where token_hash = ? and expires_at > ?
    union all select user_id, expires_at from mailed_password_reset where token_hash = ? and expires_at > ?
  ) as one join "user" on "user".id = one.user_id
  where "user".ended_at is null and "user".disabled_at is null`,
);

/** Gives a row where it was there. */
export const TAKE_RESET = query('delete from password_reset where token_hash = ? and expires_at > ? returning user_id');

export const TAKE_MAILED_RESET = query(
  'delete from mailed_password_reset where token_hash = ? and expires_at > ? returning user_id',
);

export const FORGET_RESET_OF = query('delete from password_reset where user_id = ?');

export const FORGET_MAILED_RESETS_OF = query('delete from mailed_password_reset where user_id = ?');
