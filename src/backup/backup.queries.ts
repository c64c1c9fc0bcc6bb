// A backup of files belongs to SQLite: these statements go to its driver, and no other database has them.

export const COPY_WHOLE_DATABASE = 'vacuum into ?';

export const STORED_FILES = 'select key, size, sha256, thumbnail_key as "thumbnailKey" from file order by key';

/** Those that are shown: what was replaced is about to go. */
export const STORED_AVATARS = `select avatar_image.key, size, sha256, null as "thumbnailKey" from avatar_image
  join user on user.id = avatar_image.user_id and user.avatar_version = avatar_image.version order by avatar_image.key`;

export const SHOWN_AVATAR_WITH_KEY = `select 1 from avatar_image
  join user on user.id = avatar_image.user_id and user.avatar_version = avatar_image.version where avatar_image.key = ?`;

/** Of all sizes one is gone, and the others with it. */
export const TAKE_AVATAR_WITH_KEY =
  'update user set avatar_version = null where avatar_version = (select version from avatar_image where key = ?)';

export const STORED_PREVIEW_PICTURES = `select key, size, sha256, null as "thumbnailKey" from preview_picture
  where not is_unused order by key`;

export const PREVIEW_PICTURE_WITH_KEY = 'select 1 from preview_picture where key = ? and not is_unused';

/** The preview is shown without. */
export const TAKE_PREVIEW_PICTURE_WITH_KEY =
  'update link_preview set picture_version = null where picture_version = (select version from preview_picture where key = ?)';

export const FORGET_PREVIEW_PICTURES_NOT_SHOWN = `delete from preview_picture where is_unused
  or not exists (select 1 from link_preview where picture_version = preview_picture.version)`;

/** A database of before has none. */
export const HAS_PREVIEW_PICTURES = "select count(*) from sqlite_master where name = 'preview_picture'";

/** Their bytes are in no archive. */
export const FORGET_AVATARS_NOT_SHOWN =
  'delete from avatar_image where version not in (select avatar_version from user where avatar_version is not null)';

/** A database of before has none. */
export const HAS_AVATARS = "select count(*) from sqlite_master where name = 'avatar_image'";

/** A database of before has none. */
export const HAS_RESUMABLE_UPLOADS = "select count(*) from sqlite_master where name = 'resumable_upload'";

/** What has come in of them is in no archive. */
export const FORGET_RESUMABLE_UPLOADS = 'delete from resumable_upload';

export const FILE_WITH_KEY = 'select 1 from file where key = ?';

export const REMOVE_FILE_WITH_KEY = 'delete from file where key = ?';

export const MIGRATIONS_DONE = 'select name from mikro_orm_migrations order by id';

export const OUR_TABLES = "select count(*) from sqlite_master where name in ('log_identity', 'file')";

export const BEGIN_NEW_LOG = 'update log_identity set epoch = ?';

/** A database of before has none. */
export const HAS_PASSWORD_LINKS = "select count(*) from sqlite_master where name = 'password_reset'";

export const FORGET_PASSWORD_LINKS = 'delete from password_reset';

export const OPEN_REPLACED = 'attach ? as replaced';

export const CLOSE_REPLACED = 'detach replaced';

/** They have run out then, and the server does the rest when it starts: a guest leaves, a socket is never opened. */
export const END_EVERY_SESSION = 'update session set expires_at = 0 where ended_at is null';

/** Once the replaced database is open: those that it does not have, or that ended there. */
export const END_SESSIONS_OVER_THERE = `${END_EVERY_SESSION}
  and id not in (select id from replaced.session where ended_at is null)`;

/** A database from before there were bots has none. */
export function hasBots(schema: 'main' | 'replaced'): string {
  return `select count(*) from ${schema}.sqlite_master where name = 'bot_token'`;
}

export const REVOKE_EVERY_BOT_TOKEN = 'update bot_token set revoked_at = 0 where revoked_at is null';

export const FORGET_INCOMING_WEBHOOKS = 'delete from incoming_webhook';

/** Once the replaced database is open: those that it does not have, or that were revoked there. */
export const REVOKE_BOT_TOKENS_OVER_THERE = `${REVOKE_EVERY_BOT_TOKEN}
  and id not in (select id from replaced.bot_token where revoked_at is null)`;

/** The same for incoming webhooks, whose rows are gone once they are deleted. */
export const FORGET_INCOMING_WEBHOOKS_GONE_THERE = `${FORGET_INCOMING_WEBHOOKS}
  where id not in (select id from replaced.incoming_webhook)`;

export function countOf(table: string): string {
  return `select count(*) from "${table}"`;
}

export function columnsOfSession(schema: 'main' | 'replaced'): string {
  return `select name from pragma_table_info('session', '${schema}')`;
}

/** Once the replaced database is open: what it knows of the sessions that last there. */
export function takeOver(columns: readonly string[]): string {
  const changes = columns.map((name) => `"${name}" = newer."${name}"`).join(', ');
  return `update session set ${changes} from replaced.session as newer where newer.id = session.id and newer.ended_at is null`;
}
