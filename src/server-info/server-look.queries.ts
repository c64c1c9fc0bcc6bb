import { query } from '../database/index.js';

export const CHOSEN_LOOK = query(
  'select name, accent_light as "accentLight", accent_dark as "accentDark" from server_look where id = 1',
);

export const PUT_LOOK = query(
  `insert into server_look (id, name, accent_light, accent_dark) values (1, ?, ?, ?)
  on conflict (id) do update set name = excluded.name, accent_light = excluded.accent_light, accent_dark = excluded.accent_dark`,
);
