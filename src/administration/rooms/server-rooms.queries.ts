import { oncePer, query } from '../../database/index.js';

/** One that was deleted is nobody's, until the last of it is removed. */
const IS_THERE = 'not exists (select 1 from deleted_room where deleted_room.room_id = room.id)';

// The topic is no name: an administrator who is not in a private room must not find it by that.
const found = (contains: string, pieces: number): string =>
  [IS_THERE, ...Array<string>(pieces).fill(contains)].join(' and ');

const COLUMNS = `room.id, room.name, room.name_key as "nameKey", room.visibility, room.member_count as "memberCount",
  room.created_at as "createdAt", room.last_activity_at as "lastActivityAt", room.archived_at as "archivedAt",
  room.last_number + (select coalesce(sum(thread.last_number), 0) from thread where thread.room_id = room.id) as "messageCount",
  (select coalesce(sum(file.size + file.thumbnail_size), 0) from file where file.room_id = room.id) as "fileBytes"`;

/** By name, and behind them those that have none; `isNext` goes on behind a place. */
export const serverRoomsFound = oncePer((pieces: number, isNext: boolean) =>
  query((sql) => {
    const place = `(case when room.name_key = '' then 1 else 0 end), ${sql.ordered('room.name_key')}, room.id`;
    const beyond = isNext ? ` and (${place}) > (case when ? = '' then 1 else 0 end, ?, ?)` : '';
    return `select ${COLUMNS} from room where room.id in (
      select room.id from room where ${found(sql.contains('room.name_key'), pieces)}${beyond} order by ${place} limit ?
    ) order by ${place}`;
  }),
);

export const countOfServerRooms = oncePer((pieces: number) =>
  query((sql) => `select count(*) as total from room where ${found(sql.contains('room.name_key'), pieces)}`),
);

/** Those with the most bytes of files, and some at all. */
export const LARGEST_ROOMS = query(
  `select ${COLUMNS} from (
    select room_id, sum(size + thumbnail_size) as bytes from file group by room_id order by bytes desc, room_id limit ?
  ) as one join room on room.id = one.room_id where ${IS_THERE} order by one.bytes desc, room.id`,
);
