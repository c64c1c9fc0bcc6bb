import { query } from '../database/index.js';

export const ADD_MAIL = query(
  `insert into mail (id, kind, user_id, address, about, priority, status, attempts, next_attempt_at, first_attempt_at, at)
  values (?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, null, ?)`,
);

/** What is to be sent now: what somebody waits for first, and of that what has waited longest. */
export const SOME_WAITING_MAIL = query(
  `select id, kind, user_id as "userId", address, about, attempts, next_attempt_at as "nextAttemptAt", first_attempt_at as "firstAttemptAt"
  from mail where status = 'WAITING' and next_attempt_at <= ? order by priority, next_attempt_at limit ?`,
);

export const NEXT_WAITING_MAIL = query(
  `select min(next_attempt_at) as "nextAt" from mail where status = 'WAITING' and next_attempt_at > ?`,
);

export const COUNT_MAIL_ATTEMPT = query(
  `update mail set attempts = attempts + 1, next_attempt_at = ?, first_attempt_at = coalesce(first_attempt_at, ?)
  where id = ? and status = 'WAITING' returning attempts`,
);

export const POSTPONE_MAIL = query(`update mail set next_attempt_at = ? where id = ? and status = 'WAITING'`);

export const SETTLE_MAIL = query(
  `update mail set status = ?, at = ? where id = ? and status = 'WAITING' returning status`,
);

export const WITHDRAW_MAIL_OF = query(
  `update mail set status = 'WITHHELD', at = ? where user_id = ? and kind = ? and status = 'WAITING'`,
);

export const REMOVE_MAIL_OF = query('delete from mail where user_id = ?');

export const REMOVE_SOME_OLD_MAIL = query(
  `delete from mail where id in (select id from mail where at < ? and status <> 'WAITING' limit ?) returning id`,
);
