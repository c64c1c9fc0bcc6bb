import { entityQuery, query } from '../../database/index.js';
import { Session } from './session.entity.js';

export const HOLDER_OF_SESSION = query(
  `select "user".id as "userId", "user".kind,
    case when session.is_used then null else session.generation end as "unusedGeneration"
  from session join "user" on "user".id = session.user_id
  where session.id = ? and session.ended_at is null and session.expires_at > ? and "user".ended_at is null
    and "user".disabled_at is null`,
);

export const MARK_USED = query('update session set is_used = true where id = ? and generation = ?');

/** The one used last first. */
export const LIVE_SESSIONS_OF_USER = entityQuery(
  Session,
  'user_id = ? and ended_at is null and expires_at > ? order by rotated_at desc, id limit ?',
);

export const SESSION_FROM_ADDRESS = query('select 1 from session where user_id = ? and address = ? limit 1');

export const LATEST_ADDRESS_OF_USER = query(
  'select address from session where user_id = ? and address is not null order by rotated_at desc, id limit 1',
);

/** All but one, or with null all of them. */
export const END_OTHER_SESSIONS = query(
  'update session set ended_at = ? where user_id = ? and ended_at is null and id is distinct from ? returning id',
);

/** All but the one that is named, and so many of the others: those that were used last. */
export const END_OLDEST_SESSIONS = query(
  (sql) => `update session set ended_at = ? where id in (select id from session where user_id = ? and ended_at is null
  and id <> ? order by rotated_at desc, created_at desc, id ${sql.noLimit} offset ?) returning id`,
);

export const IDS_OF_LIVE_SESSIONS = query('select id from session where user_id = ? and ended_at is null');

export const OWNER_OF_SESSION = query('select user_id as "userId" from session where id = ?');

export const LIVE_GUEST = query(`select 1 from "user" where id = ? and kind = 'GUEST' and ended_at is null`);
