import { entityQuery, oncePer, query } from '../database/index.js';
import { Message } from './message.entity.js';

export const MESSAGES_WITH_IDS = entityQuery(Message, (sql) => sql.anyOf('id'));

/** Pages of rooms: numbers have no gaps, so each is a range and never a scan. */
export const messagesWithin = oncePer((ranges: number) =>
  entityQuery(
    Message,
    `${Array<string>(ranges).fill('(room_id = ? and number between ? and ?)').join(' or ')} order by number`,
  ),
);

export const MESSAGE_WITH_NONCE = query(
  'select id, room_id as "roomId", fingerprint from message where author_id = ? and nonce = ?',
);

/** Makes a message at the next places of its room, where the author has sent none with the nonce. */
export const CLAIM_MESSAGE = query(
  `insert into message (id, room_id, number, seq, author_id, body, nonce, fingerprint, reply_to_id, created_at)
  select ?, room.id, room.last_number + 1, room.last_seq + 1, ?, ?, ?, ?, ?, ? from room where room.id = ?
  on conflict (author_id, nonce) do nothing returning number, seq`,
);

export const ROOM_OF_MESSAGE = query('select room_id as "roomId" from message where id = ?');

export const TIME_OF_MESSAGE = query('select created_at as "sentAt" from message where room_id = ? and number = ?');

/** Which messages are pinned in rooms, the newest pin first: one statement for many pages. Which page a row is of stands in `page`. */
export const pagesOfPins = oncePer((pages: number) =>
  query(`${Array<string>(pages).fill(PAGE_OF_PINS).join(' union all ')} order by page, pinned_at desc, number desc`),
);

// Without the cast PostgreSQL would take the number for a text, and put 10 before 2.
const PAGE_OF_PINS = `select * from (
      select cast(? as integer) as page, id, pinned_at, number from message
      where room_id = ? and pinned_at is not null and (pinned_at, number) < (?, ?)
      order by pinned_at desc, number desc limit ?
    ) as one`;
