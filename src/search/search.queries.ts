import { entityQuery, oncePer, query } from '../database/index.js';
import { Message } from '../messages/index.js';

const OWN_ROOMS = 'select room_id from membership where user_id = ? and left_position is null';

/**
 * Messages of some tokens between two positions of the log, of rooms that somebody is in, newest first. The index gives them in this order, so that it ends
 * with the page.
 */
export const hitsBetween = oncePer((isAnyOf: boolean, isNoneOf: boolean) =>
  query(({ tokenTable: { key, has } }) => {
    // A number of JavaScript's comes as one with a fraction: FTS5 would not begin there, but look at all that is before it.
    const position = `message_index.${key}`;
    return `select ${position} as position, event.subject_id as "messageId" from message_index cross join event
      where ${has('message_index', { isAnyOf, isNoneOf })} and ${position} >= cast(? as bigint) and ${position} < cast(? as bigint)
        and event.position = ${position} and event.room_id in (${OWN_ROOMS})
      order by ${position} desc limit ?`;
  }),
);

/** Messages, of rooms that somebody is in, that something has happened to since a position: the index may not know of it yet. */
export const NEWS_SINCE = query(
  (sql) => `select distinct sent.position, message.id as "messageId" from event as news
    join message on message.id = news.subject_id
    join event as sent on sent.room_id = message.room_id and sent.seq = message.seq
    where news.position > ? and ${sql.anyOf('news.type')} and sent.position < ?
      and message.deleted_at is null and message.room_id in (${OWN_ROOMS})
    order by sent.position desc limit ?`,
);

export const MESSAGES_FOUND = entityQuery(Message, (sql) => sql.anyOf('id'));

/** As many of the rooms that somebody is in as are asked for. */
export const SOME_OWN_ROOMS = query(`${OWN_ROOMS} limit ?`);

/** The rooms of one name that somebody is in. */
export const OWN_ROOMS_CALLED = query(`select id from room where name_key = ? and id in (${OWN_ROOMS})`);

export const PEOPLE_CALLED = query('select id from "user" where username_key = ? or display_name_key = ?');

const DOCUMENT = `sent.position, message.id as "messageId", message.room_id as "roomId", message.thread_id as "threadId",
    message.author_id as "authorId", message.body, message.created_at as "createdAt", message.pinned_at as "pinnedAt",
    message.deleted_at as "deletedAt"`;

/** What is to be indexed of messages. */
export const DOCUMENTS_WITH_IDS = query(
  (sql) => `select ${DOCUMENT} from message
    join event as sent on sent.room_id = message.room_id and sent.seq = message.seq
    where ${sql.anyOf('message.id')} order by sent.position`,
);

/** The same of what was sent between two positions of the log. */
export const DOCUMENTS_BETWEEN = query(
  (sql) => `select ${DOCUMENT} from event as sent join message on message.id = sent.subject_id
    where sent.position >= ? and sent.position < ? and ${sql.anyOf('sent.type')} order by sent.position`,
);

export const MEDIA_TYPES_OF = query(
  (sql) => `select message_id as "messageId", media_type as "mediaType" from file where ${sql.anyOf('message_id')}`,
);

export const PUT_TOKENS = query(({ tokenTable }) => tokenTable.put('message_index'));

export const REMOVE_TOKENS = query(({ tokenTable }) => `delete from message_index where ${tokenTable.key} = ?`);

export const PUT_DAY = query(
  (sql) => `insert into search_day (day, first_position, last_position) values (?, ?, ?) on conflict (day) do update set
    first_position = ${sql.least('search_day.first_position', 'excluded.first_position')},
    last_position = ${sql.greatest('search_day.last_position', 'excluded.last_position')}`,
);

/** Where in the log the messages of some days stand. */
export const POSITIONS_OF_DAYS = query(
  `select min(first_position) as first, max(last_position) as last from search_day where day between ? and ?`,
);

/** How far back the index goes, and when that was; nothing where it holds all. */
export const PROGRESS = query(
  `select indexed_from as "indexedFrom", coalesce((
      select event.at from event where event.position >= indexed_from order by event.position limit 1
    ), (
      select event.at from event order by event.position desc limit 1
    )) as since from search_progress where indexed_from > 1`,
);

export const MOVE_PROGRESS = query('update search_progress set indexed_from = ? where id = 1');
