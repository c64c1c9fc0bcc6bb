import { type Dialect, entityQuery, oncePer, query } from '../database/index.js';
import { Room } from './room.entity.js';

export const ROOMS_WITH_IDS = entityQuery(Room, (sql) => sql.anyOf('id'));

/** The room, for those who may see it. */
export const VISIBLE_ROOM = entityQuery(
  Room,
  `id = ? and (visibility = 'PUBLIC' or exists (
      select 1 from membership where room_id = room.id and user_id = ? and left_position is null
    ))`,
);

/** What decides who may enter and say something, and the stay of somebody who is in it. */
export const ROOM_AND_STAY = query(
  `select room.visibility, room.posting, room.slow_mode_seconds as "slowModeSeconds", room.archived_at as "archivedAt",
    membership.id as stay, membership.role, membership.last_posted_at as "lastPostedAt" from room left join membership
  on membership.room_id = room.id and membership.user_id = ? and membership.left_position is null where room.id = ?`,
);

/** The events and messages of a room take their places here, one after the other. */
export const TAKE_PLACES = query(
  `update room set last_seq = last_seq + 1, last_number = last_number + ?, last_activity_at = ? where id = ?
  returning last_seq as seq, last_number as number`,
);

const OWN = 'room.id in (select room_id from membership where user_id = ? and left_position is null)';
/** A public room that everybody has left, or that is archived, is found by its link alone; a direct room by the people in it. */
const LISTED = `kind = 'CHANNEL' and ((visibility = 'PUBLIC' and member_count > 0 and archived_at is null) or ${OWN})`;

const found = (contains: string, pieces: number): string =>
  [LISTED, ...Array<string>(pieces).fill(contains)].join(' and ');

/** By name; `isNext` goes on behind a place. */
export const listedRooms = oncePer((pieces: number, isNext: boolean) =>
  entityQuery(Room, (sql) => {
    const name = sql.ordered('name_key');
    const beyond = isNext ? ` and (${name}, id) > (?, ?)` : '';
    return `${found(sql.contains('search_text'), pieces)}${beyond} order by ${name}, id limit ?`;
  }),
);

export const countOfListedRooms = oncePer((pieces: number) =>
  query((sql) => `select count(*) as total from room where ${found(sql.contains('search_text'), pieces)}`),
);

const NEWEST_FIRST = 'order by last_activity_at desc, id desc limit ?';

/** `isSome` takes only rooms that are named; `isNext` goes on after a place. */
export const ownRooms = oncePer((isSome: boolean, isNext: boolean) =>
  entityQuery(Room, (sql) => {
    const beyond = isNext ? ' and (last_activity_at, id) < (?, ?)' : '';
    return `${OWN}${some(sql, isSome)}${beyond} ${NEWEST_FIRST}`;
  }),
);

export const countOfOwnRooms = oncePer((isSome: boolean) =>
  query((sql) => `select count(*) as total from room where ${OWN}${some(sql, isSome)}`),
);

function some(sql: Dialect, isSome: boolean): string {
  return isSome ? ` and ${sql.anyOf('room.id')}` : '';
}

/** Gives a row where the nonce is new. Before anything else is written: whoever used it before gives the room that stands. */
export const CLAIM_NONCE = query(
  `insert into room_nonce (room_id, author_id, nonce, fingerprint) values (?, ?, ?, ?)
  on conflict (author_id, nonce) do nothing returning room_id`,
);
