import { entityQuery, query } from '../../database/index.js';
import { AvatarImage } from './avatar-image.entity.js';

export const AVATAR_IMAGE = entityQuery(AvatarImage, 'version = ? and edge = ?');

/** Those of somebody that are shown no more. */
export const REPLACED_IMAGES_OF = query(
  `select key from avatar_image where user_id = ?
  and version <> coalesce((select avatar_version from "user" where "user".id = avatar_image.user_id), '')`,
);

export const FORGET_IMAGES = query((sql) => `delete from avatar_image where ${sql.anyOf('key')}`);

/** Of some keys those that belong to a picture of somebody. */
export const KEYS_OF_IMAGES = query((sql) => `select key from avatar_image where ${sql.anyOf('key')}`);
