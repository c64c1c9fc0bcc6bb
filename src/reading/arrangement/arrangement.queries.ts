import { query } from '../../database/index.js';

export const ARRANGEMENTS_OF = query(
  (sql) => `select user_id as "userId", room_order as "order" from room_arrangement where ${sql.anyOf('user_id')}`,
);

export const SECTIONS_OF = query(
  (sql) =>
    `select id, user_id as "userId", name, place from room_section where ${sql.anyOf('user_id')} order by user_id, place`,
);

/** Rooms that somebody put somewhere, of the stays that last. */
export const ARRANGED_ROOMS_OF = query(
  (
    sql,
  ) => `select membership.user_id as "userId", membership.room_id as "roomId", room_state.section_id as "sectionId", room_state.place
  from membership join room_state on room_state.membership_id = membership.id
  where ${sql.anyOf('membership.user_id')} and membership.left_position is null
    and (room_state.section_id is not null or room_state.place is not null)
  order by room_state.place, membership.room_id`,
);

/** Of some rooms those that somebody is in, with where they stand in the list. */
export const STAYS_IN = query(
  (
    sql,
  ) => `select membership.id as "membershipId", membership.room_id as "roomId", room_state.section_id as "sectionId", room_state.place,
    room_state.is_favourite as "isFavourite"
  from membership left join room_state on room_state.membership_id = membership.id
  where membership.user_id = ? and ${sql.anyOf('membership.room_id')} and membership.left_position is null`,
);

/** Before all places that somebody's rooms have. */
export const FIRST_PLACE_OF = query(
  `select min(room_state.place) as "place" from membership join room_state on room_state.membership_id = membership.id
  where membership.user_id = ? and membership.left_position is null`,
);

export const PUT_ROOM = query(
  `insert into room_state (membership_id, room_id, section_id, place, is_favourite) values (?, ?, ?, ?, ? = 1)
  on conflict (membership_id) do update set room_id = excluded.room_id, section_id = excluded.section_id, place = excluded.place,
    is_favourite = excluded.is_favourite`,
);

export const PUT_ORDER = query(
  `insert into room_arrangement (user_id, room_order) values (?, ?)
  on conflict (user_id) do update set room_order = excluded.room_order`,
);

/** From then on there is something to look for. */
export const BEGIN_ARRANGEMENT = query(
  `insert into room_arrangement (user_id) values (?) on conflict (user_id) do nothing`,
);

export const ADD_SECTION = query('insert into room_section (id, user_id, name, place) values (?, ?, ?, ?)');

export const RENAME_SECTION = query('update room_section set name = ? where id = ?');

export const PLACE_SECTION = query('update room_section set place = ? where id = ?');

export const REMOVE_SECTION = query('delete from room_section where id = ?');

export const EMPTY_SECTION = query(
  'update room_state set section_id = null where section_id = ? and membership_id in (select id from membership where user_id = ?)',
);

export const REMOVE_ARRANGEMENT = query('delete from room_arrangement where user_id = ?');

export const REMOVE_SECTIONS = query('delete from room_section where user_id = ?');
