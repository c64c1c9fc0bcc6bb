import { query } from '../database/index.js';

/** Previews that are there to be shown, of some messages, in the order of their links. */
export const SHOWN_PREVIEWS = query(
  (
    sql,
  ) => `select message_link.message_id as "messageId", message_link.url, title, description, site_name as "siteName",
    picture_version as "pictureVersion", width as "pictureWidth", height as "pictureHeight"
  from message_link join link_preview on link_preview.id = message_link.preview_id and link_preview.state = 'MADE'
  left join preview_picture on preview_picture.version = link_preview.picture_version
  where ${sql.anyOf('message_link.message_id')} order by message_link.place`,
);

/** Of some messages those that may have links, or had some: their words are looked at later. The words are asked for in lower case. */
export const PUT_DUE = query(
  (sql) => `insert into link_preview_due (message_id)
  select message.id from message where ${sql.anyOf('message.id')} and message.deleted_at is null and message.stream_state is distinct from 'STREAMING'
    and (${sql.contains('lower(message.body)')} or ${sql.contains('lower(message.body)')}
      or exists (select 1 from message_link where message_link.message_id = message.id))
  on conflict (message_id) do nothing`,
);

/** Some that are due, the ones that were sent first first. */
export const SOME_DUE = query('select message_id as "messageId" from link_preview_due order by message_id limit ?');

export const TAKE_DUE = query('delete from link_preview_due where message_id = ? returning message_id as "messageId"');

export const IS_REMOVED = query('select 1 as "isRemoved" from removed_link_previews where message_id = ?');

export const REMOVE_PREVIEWS = query(
  'insert into removed_link_previews (message_id) values (?) on conflict (message_id) do nothing',
);

/** What a message has, or may come to have. */
export const LINKS_OF_MESSAGE = query(
  `select message_link.url, link_preview.url as "pageUrl", preview_id as "previewId", state
  from message_link join link_preview on link_preview.id = message_link.preview_id
  where message_link.message_id = ? order by message_link.place`,
);

export const ADD_LINK = query('insert into message_link (message_id, place, url, preview_id) values (?, ?, ?, ?)');

/** The preview of a page that new messages share, if there is one. */
export const SHARED_PREVIEW = query(
  `select id, state from link_preview where url = ? and (expires_at > ? or state = 'PENDING')
  order by expires_at desc limit 1`,
);

export const ADD_PREVIEW = query(
  `insert into link_preview (id, url, state, attempts, next_attempt_at, expires_at) values (?, ?, 'PENDING', 0, ?, ?)`,
);

export const COUNT_PENDING = query(`select count(*) as count from link_preview where state = 'PENDING'`);

/** What may be asked for now, and is not being asked for. */
export const SOME_PENDING = query(
  `select id, url, attempts from link_preview where state = 'PENDING' and next_attempt_at <= ?
  order by next_attempt_at, id limit ?`,
);

/** When the next one may be asked for. */
export const NEXT_PENDING = query(`select min(next_attempt_at) as "nextAt" from link_preview where state = 'PENDING'`);

/** Before the page is asked. Gives a row where it is still wanted. */
export const COUNT_ATTEMPT = query(
  `update link_preview set attempts = attempts + 1, next_attempt_at = ? where id = ? and state = 'PENDING'
  returning attempts`,
);

/** Whether a preview is still to be made: nobody may have it any more. */
export const IS_PENDING = query(`select 1 as "isPending" from link_preview where id = ? and state = 'PENDING'`);

export const SETTLE_PREVIEW = query(
  `update link_preview set state = ?, title = ?, description = ?, site_name = ?, picture_version = ?, expires_at = ?
  where id = ?`,
);

/** The messages that have a preview, and where they stand. */
export const MESSAGES_WITH_PREVIEW = query(
  `select distinct message.id as "messageId", message.room_id as "roomId"
  from message_link join message on message.id = message_link.message_id where preview_id = ?`,
);

export const PREVIEWS_OF = query(
  (sql) => `select distinct preview_id as "previewId" from message_link where ${sql.anyOf('message_id')}`,
);

export const REMOVE_LINKS_OF = query((sql) => `delete from message_link where ${sql.anyOf('message_id')}`);

/** Of some previews those go that no message has any more. */
export const REMOVE_UNUSED_PREVIEWS = query(
  (sql) => `delete from link_preview where ${sql.anyOf('id')}
    and not exists (select 1 from message_link where preview_id = link_preview.id)
  returning picture_version as "pictureVersion"`,
);

export const FORGET_DUE = query((sql) => `delete from link_preview_due where ${sql.anyOf('message_id')}`);

export const FORGET_REMOVED = query((sql) => `delete from removed_link_previews where ${sql.anyOf('message_id')}`);
