import { entityQuery, query } from '../database/index.js';
import { File } from './file.entity.js';

export const FILES_WITH_IDS = entityQuery(File, (sql) => sql.anyOf('id'));

/** In the order of their senders. */
export const FILES_OF_MESSAGES = entityQuery(File, (sql) => `${sql.anyOf('message_id')} order by message_id, ordinal`);

export const BYTES_OF_OWNERS = query('select owner_id as owner, bytes from file_usage where owner_id in (?, ?)');

/** The condition stands twice: a message may take a file between its being found and its being removed, and keeps it then. */
export const REMOVE_UNATTACHED = query(
  `delete from file where message_id is null and created_at < ? and id in (
    select id from file where message_id is null and created_at < ? limit ?
  ) returning key, thumbnail_key as "thumbnailKey"`,
);

/** Some of what somebody sent and no message shows. */
export const SOME_UNSHOWN = query(
  'select id, room_id as "roomId" from file where uploader_id = ? and message_id is null order by id limit ?',
);

export const REMOVE_SOME_UNSHOWN = query((sql) => `delete from file where ${sql.anyOf('id')}`);

export const REMOVE_SOME_OF_ROOM = query(
  'delete from file where id in (select id from file where room_id = ? order by id limit ?) returning id',
);
