import { entityQuery, query } from '../../database/index.js';
import { PreviewPicture } from './preview-picture.entity.js';

export const PREVIEW_PICTURE = entityQuery(PreviewPicture, 'version = ? and is_unused = false');

export const MARK_UNUSED = query((sql) => `update preview_picture set is_unused = true where ${sql.anyOf('version')}`);

export const SOME_UNUSED = query('select version, key from preview_picture where is_unused = true limit ?');

export const FORGET_UNUSED = query(
  (sql) => `delete from preview_picture where is_unused = true and ${sql.anyOf('version')}`,
);

/** Of some keys those that belong to the picture of a page. */
export const PREVIEW_PICTURES_WITH_KEYS = query((sql) => `select key from preview_picture where ${sql.anyOf('key')}`);
