import { query } from '../../database/index.js';

export const MEMBERS_OF_ROOM = query(
  'select user_id as "userId" from membership where room_id = ? and left_position is null order by joined_position',
);

/** Nameless, private and empty: so it is found by nobody, and nobody comes in. */
export const CLOSE_ROOM = query(
  `update room set name = '', name_key = '', public_name_key = null, search_text = '', topic = '', visibility = 'PRIVATE', member_count = 0
  where id = ?`,
);

/** Before any event: nobody has ever been there, as far as feeds show, and nobody is. */
export const END_STAYS = query('update membership set left_position = 0 where room_id = ?');

export const NOTE_DELETED = query('insert into deleted_room (room_id, deleted_at) values (?, ?)');

export const ROOMS_TO_REMOVE = query(
  'select room_id as "roomId" from deleted_room where removed_at is null order by deleted_at, room_id',
);

export const SOME_STAYS = query('select id from membership where room_id = ? limit ?');

export const REMOVE_STAYS = query((sql) => `delete from membership where ${sql.anyOf('id')}`);

/** Nothing has a place in it any more. */
export const RESET_COUNTERS = query('update room set last_seq = 0, last_number = 0 where id = ?');

export const NOTE_REMOVED = query('update deleted_room set removed_at = ? where room_id = ?');
