import { query } from '../database/index.js';

export const OFFSET_OF = query('select position from reactor_offset where name = ?');

/** Never back: of two that move it, the one that is further stands. */
export const MOVE_OFFSET = query(
  `insert into reactor_offset (name, position) values (?, ?)
  on conflict (name) do update set position = excluded.position where reactor_offset.position < excluded.position`,
);
