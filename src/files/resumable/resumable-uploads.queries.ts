import { entityQuery, query } from '../../database/index.js';
import { ResumableUpload } from './resumable-upload.entity.js';

export const UPLOAD_OF = entityQuery(ResumableUpload, 'id = ? and uploader_id = ? and created_at > ?');

/** What is announced and not stored yet: by one person, and by everybody. */
export const RESERVED_BYTES = query(
  `select coalesce(sum(case when uploader_id = ? then length end), 0) as own, coalesce(sum(length), 0) as "all"
  from resumable_upload where is_stored = false`,
);

export const COUNT_UNFINISHED = query(
  'select count(*) as count from resumable_upload where uploader_id = ? and is_stored = false',
);

/** Only from where it stood: whoever comes second, or after it was given up, changes nothing. */
export const NOTE_RECEIVED = query(
  'update resumable_upload set received = ? where id = ? and received = ? and is_stored = false returning id',
);

/** Once: of two that would store the same upload, one changes nothing. */
export const NOTE_STORED = query(
  'update resumable_upload set is_stored = true where id = ? and is_stored = false returning id',
);

export const REMOVE_UNFINISHED = query('delete from resumable_upload where id = ? and is_stored = false returning id');

export const REMOVE_SOME_BEFORE = query(
  `delete from resumable_upload where id in (
    select id from resumable_upload where created_at < ? order by created_at limit ?
  ) returning id`,
);

export const REMOVE_SOME_OF_PERSON = query(
  `delete from resumable_upload where id in (
    select id from resumable_upload where uploader_id = ? limit ?
  ) returning id`,
);

export const REMOVE_SOME_OF_ROOM = query(
  'delete from resumable_upload where id in (select id from resumable_upload where room_id = ? limit ?) returning id',
);

/** Of some ids those that are still coming in. */
export const UNFINISHED_AMONG = query(
  (sql) => `select id from resumable_upload where ${sql.anyOf('id')} and is_stored = false`,
);
