import { query } from '../../database/index.js';

/** Rooms of which something may be too old, with how long their owners keep messages: all of them where the server has a limit (1), else those that have one. */
export const ROOMS_WITH_RETENTION = query(
  `select id as "roomId", keep_messages_days as "keepDays" from room
  where (keep_messages_days is not null or ? = 1) and last_seq > 0 order by id`,
);

/** The next messages of a room's own timeline that were sent before a moment, so many of its numbers at once. */
export const OLD_IN_ROOM = query(
  `select message.id, message.number, room.expired_number as "expiredNumber" from room
  join message on message.room_id = room.id and message.thread_id is null
    and message.number > room.expired_number and message.number <= room.expired_number + ?
  where room.id = ? and message.created_at < ? order by message.number`,
);

/** The same of its threads. */
export const OLD_IN_THREADS = query(
  `select message.id, message.number, thread.id as "threadId", thread.expired_number as "expiredNumber" from thread
  join message on message.thread_id = thread.id
    and message.number > thread.expired_number and message.number <= thread.expired_number + ?
  where thread.room_id = ? and thread.expired_number < thread.last_number and message.created_at < ?
  order by thread.id, message.number limit ?`,
);

export const NOTE_EXPIRED_IN_ROOM = query('update room set expired_number = ? where id = ?');

export const NOTE_EXPIRED_IN_THREAD = query('update thread set expired_number = ? where id = ?');
