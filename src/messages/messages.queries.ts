import { entityQuery, oncePer, query } from '../database/index.js';
import { Message } from './message.entity.js';

export const MESSAGES_WITH_IDS = entityQuery(Message, (sql) => sql.anyOf('id'));

/** Pages of rooms: numbers have no gaps, so each is a range and never a scan. */
export const messagesWithin = oncePer((ranges: number) =>
  entityQuery(
    Message,
    `${Array<string>(ranges).fill('(room_id = ? and thread_id is null and number between ? and ?)').join(' or ')} order by number`,
  ),
);

/** The same of threads. */
export const threadMessagesWithin = oncePer((ranges: number) =>
  entityQuery(
    Message,
    `${Array<string>(ranges).fill('(thread_id = ? and number between ? and ?)').join(' or ')} order by number`,
  ),
);

export const MESSAGE_WITH_NONCE = query(
  'select id, room_id as "roomId", fingerprint from message where author_id = ? and nonce = ?',
);

/** Makes a message at the next places of its room, where the author has sent none with the nonce. */
export const CLAIM_MESSAGE = query(
  `insert into message (id, room_id, number, seq, author_id, body, nonce, fingerprint, reply_to_id, created_at, stream_state)
  select ?, room.id, room.last_number + 1, room.last_seq + 1, ?, ?, ?, ?, ?, ?, ? from room where room.id = ?
  on conflict (author_id, nonce) do nothing returning number, seq`,
);

/** The same in the thread that hangs on a message of the room's own timeline: its number is the thread's, and the room's next one stays free. */
export const CLAIM_THREAD_MESSAGE = query(
  `insert into message (id, room_id, thread_id, number, seq, author_id, body, nonce, fingerprint, reply_to_id, created_at, stream_state)
  select ?, room.id, root.id, coalesce(thread.last_number, 0) + 1, room.last_seq + 1, ?, ?, ?, ?, ?, ?, ?
  from room join message as root on root.room_id = room.id and root.thread_id is null
  left join thread on thread.id = root.id where room.id = ? and root.id = ?
  on conflict (author_id, nonce) do nothing returning number, seq`,
);

/** Where a message stands, and who wrote it. */
export const PLACE_OF_MESSAGE = query(
  'select room_id as "roomId", thread_id as "threadId", author_id as "authorId" from message where id = ?',
);

export const ROOM_OF_MESSAGE = query('select room_id as "roomId" from message where id = ?');

export const ROOMS_OF_MESSAGES = query(
  (sql) => `select distinct room_id as "roomId" from message where ${sql.anyOf('id')}`,
);

const IS_STANDING = 'deleted_at is null and room_id not in (select room_id from deleted_room)';

/** Of some messages those that are there: not deleted, nor of a room that was. In the order of their rooms' events. */
export const STANDING_MESSAGES = query(
  (sql) => `select id from message where ${sql.anyOf('id')} and ${IS_STANDING} order by room_id, seq`,
);

/** What somebody has written that is there, wherever it stands. */
export const MESSAGES_BY_AUTHOR = query(`select id from message where author_id = ? and ${IS_STANDING} limit ?`);

export const TIME_OF_MESSAGE = query(
  'select created_at as "sentAt" from message where room_id = ? and thread_id is null and number = ?',
);

/** The same in a thread. */
export const TIME_OF_THREAD_MESSAGE = query(
  'select created_at as "sentAt" from message where thread_id = ? and number = ?',
);

/** Which messages are pinned in rooms, the newest pin first: one statement for many pages. Which page a row is of stands in `page`. */
export const pagesOfPins = oncePer((pages: number) =>
  query(`${Array<string>(pages).fill(PAGE_OF_PINS).join(' union all ')} order by page, pinned_at desc, seq desc`),
);

// Without the cast PostgreSQL would take the number for a text, and put 10 before 2.
const PAGE_OF_PINS = `select * from (
      select cast(? as integer) as page, id, pinned_at, seq from message
      where room_id = ? and pinned_at is not null and (pinned_at, seq) < (?, ?)
      order by pinned_at desc, seq desc limit ?
    ) as one`;

/** Some of the messages of a room, in any order: of its own timeline, and of the first of its threads. */
export const SOME_OF_ROOM = query(
  `select id from (select id from message where room_id = ? and thread_id is null limit ?) as in_room
  union all select id from (
    select id from message
    where thread_id in (select id from (select id from thread where room_id = ? order by id limit ?) as first) limit ?
  ) as in_threads`,
);

export const REMOVE_MESSAGES = query((sql) => `delete from message where ${sql.anyOf('id')}`);
