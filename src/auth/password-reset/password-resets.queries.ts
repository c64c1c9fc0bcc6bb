import { query } from '../../database/index.js';

export const PUT_RESET = query(
  `insert into password_reset (user_id, token_hash, created_at, expires_at) values (?, ?, ?, ?)
  on conflict (user_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at, expires_at = excluded.expires_at`,
);

/** Of somebody who can sign in. */
export const RESET_WITH_TOKEN = query(
  `select password_reset.user_id as "userId", password_reset.expires_at as "expiresAt"
  from password_reset join "user" on "user".id = password_reset.user_id
  where token_hash = ? and expires_at > ? and "user".ended_at is null and "user".disabled_at is null`,
);

/** Gives a row where it was there. */
export const TAKE_RESET = query('delete from password_reset where token_hash = ? and expires_at > ? returning user_id');

export const FORGET_RESET_OF = query('delete from password_reset where user_id = ?');
