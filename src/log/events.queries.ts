import { entityQuery, oncePer, query } from '../database/index.js';
import { LoggedEvent } from './logged-event.entity.js';

export const APPEND_EVENT = query(
  `insert into event (id, room_id, person_id, seq, type, actor_id, subject_id, particulars, at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning position`,
);

export const EVENTS_AFTER = entityQuery(LoggedEvent, 'position > ? order by position limit ?');

export const EVENTS_UP_TO = entityQuery(LoggedEvent, 'position <= ? order by position desc limit ?');

export const EVENTS_OF_ROOM_AFTER = entityQuery(LoggedEvent, 'room_id = ? and position > ? order by position limit ?');

export const EVENTS_OF_ROOM_UP_TO = entityQuery(
  LoggedEvent,
  'room_id = ? and position <= ? order by position desc limit ?',
);

export const PAGE_OF_EVENTS = entityQuery(LoggedEvent, 'position >= ? order by position limit ?');

/** From the last place that is a multiple of the page's size, up to the event at a position. */
export const PAGE_OF_ROOM = entityQuery(
  LoggedEvent,
  `room_id = ? and seq >= coalesce((
    select place.seq - place.seq % ? from event as place where place.room_id = ? and place.position <= ?
    order by place.position desc limit 1
  ), 0) order by seq limit ?`,
);

export const IDS_BETWEEN = query('select position, id from event where position between ? and ?');

/** The index gives each room's newest without looking at what is before it. */
export const newestOfRooms = oncePer((rooms: number) =>
  query(
    (sql) => `with asked (room_id, up_to) as (${sql.typedRows(rooms, ['uuid', 'int64'])})
       select event.*, asked.up_to from asked join event on event.position = (
         select max(position) from event where event.room_id = asked.room_id and event.position <= asked.up_to
       )`,
  ),
);

/** Gives a row for each. */
export const REMOVE_EVENTS_OF_ROOM = query(
  `delete from event where position in (select position from event where room_id = ? order by position limit ?)
  returning position`,
);
