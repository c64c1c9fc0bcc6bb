import { query } from '../database/index.js';

export const ROOM_OF_KEY = query('select id from room where direct_key = ?');

export const ADD_PEOPLE = query(
  (sql) => `insert into direct_user (room_id, user_id)
  select room.id, "user".id from room join "user" on ${sql.anyOf('"user".id')} where room.id = ?`,
);

/** Whom each of some rooms is for. */
export const PEOPLE_OF = query(
  (sql) => `select room_id as "roomId", user_id as "userId" from direct_user
  where ${sql.anyOf('room_id')} order by user_id`,
);

/** Of a direct room in which nothing was said yet those who are not in it; nobody of any other room. */
export const NEWCOMERS = query(
  `select direct_user.user_id as "userId" from room join direct_user on direct_user.room_id = room.id
  join "user" on "user".id = direct_user.user_id and "user".ended_at is null
  where room.id = ? and room.kind = 'DIRECT' and room.last_number = 0 and not exists (
    select 1 from membership where membership.room_id = room.id and membership.user_id = direct_user.user_id
      and membership.left_position is null
  ) order by direct_user.user_id`,
);

/** Whether somebody has taken a room out of their list, and how far the room has come. */
export const PLACE_IN_LIST = query(
  `select membership.id as "membershipId", room.kind, room.last_seq as "lastSeq", room_state.closed_seq as "closedSeq"
  from membership join room on room.id = membership.room_id
  left join room_state on room_state.membership_id = membership.id
  where membership.room_id = ? and membership.user_id = ? and membership.left_position is null`,
);

export const SAVE_CLOSED = query(
  `insert into room_state (membership_id, closed_seq) values (?, ?)
  on conflict (membership_id) do update set closed_seq = excluded.closed_seq`,
);

/** Whose the bots are that are among some accounts. */
export const OWNERS_OF_BOTS = query((sql) => `select owner_id as "ownerId" from bot where ${sql.anyOf('user_id')}`);
