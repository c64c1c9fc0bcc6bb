import { query } from '../../database/index.js';

/** Files with their thumbnails, and the pictures of people. */
export const STORED_BYTES = query(
  `select coalesce((select bytes from file_usage where owner_id = '*'), 0) as "fileBytes",
    (select coalesce(sum(size), 0) from avatar_image) as "avatarBytes"`,
);

export const FILES_BEFORE = query(
  'select count(*) as "count", coalesce(sum(size + thumbnail_size), 0) as bytes from file where created_at < ?',
);
