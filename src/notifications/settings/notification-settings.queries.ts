import { query } from '../../database/index.js';

export const SETTINGS_OF = query(
  (
    sql,
  ) => `select user_id as "userId", do_not_disturb_until as "doNotDisturbUntil", quiet_from as "quietFrom", quiet_until as "quietUntil",
    quiet_days as "quietDays", quiet_time_zone as "quietTimeZone", shows_text as "showsText"
  from notification_settings where ${sql.anyOf('user_id')}`,
);

export const KEYWORDS_OF = query(
  (sql) =>
    `select user_id as "userId", keyword from notification_keyword where ${sql.anyOf('user_id')} order by user_id, place`,
);

export const PUT_DO_NOT_DISTURB = query(
  `insert into notification_settings (user_id, do_not_disturb_until) values (?, ?)
  on conflict (user_id) do update set do_not_disturb_until = excluded.do_not_disturb_until`,
);

export const PUT_SETTINGS = query(
  `insert into notification_settings (user_id, quiet_from, quiet_until, quiet_days, quiet_time_zone, shows_text)
  values (?, ?, ?, ?, ?, ? = 1)
  on conflict (user_id) do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, quiet_days = excluded.quiet_days,
    quiet_time_zone = excluded.quiet_time_zone, shows_text = excluded.shows_text`,
);

export const REMOVE_KEYWORDS = query('delete from notification_keyword where user_id = ?');

export const ADD_KEYWORD = query(
  'insert into notification_keyword (user_id, place, keyword, piece) values (?, ?, ?, ?)',
);

export const REMOVE_SETTINGS = query('delete from notification_settings where user_id = ?');
