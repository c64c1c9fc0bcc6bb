import { entityQuery, query } from '../../database/index.js';
import { RoomBan } from './room-ban.entity.js';

/** Gives a row where they were not banned yet. */
export const CLAIM_BAN = query(
  `insert into room_ban (room_id, user_id, by_id, reason, network, created_at) values (?, ?, ?, ?, ?, ?)
  on conflict (room_id, user_id) do nothing returning user_id as "userId"`,
);

/** Gives a row where they were banned. */
export const LIFT_BAN = query('delete from room_ban where room_id = ? and user_id = ? returning user_id as "userId"');

export const BAN_OF = query('select 1 as banned from room_ban where room_id = ? and user_id = ?');

/** Whether somebody was banned from a room since a moment who had come from a network. */
export const BAN_OF_NETWORK = query(
  'select 1 as banned from room_ban where room_id = ? and network = ? and created_at > ? limit 1',
);

/** Who is banned from a room, the newest ban first, from a place on. */
export const BANS_OF_ROOM = entityQuery(
  RoomBan,
  'room_id = ? and (created_at, user_id) < (?, ?) order by created_at desc, user_id desc limit ?',
);

export const COUNT_OF_BANS = query('select count(*) as total from room_ban where room_id = ?');

export const REMOVE_BANS_OF_ROOM = query('delete from room_ban where room_id = ?');
