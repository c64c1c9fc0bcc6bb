// A backup of files belongs to SQLite: these statements go to its driver, and no other database has them.

export const COPY_WHOLE_DATABASE = 'vacuum into ?';

export const STORED_FILES = 'select key, size, sha256, thumbnail_key as "thumbnailKey" from file order by key';

export const FILE_WITH_KEY = 'select 1 from file where key = ?';

export const REMOVE_FILE_WITH_KEY = 'delete from file where key = ?';

export const MIGRATIONS_DONE = 'select name from mikro_orm_migrations order by id';

export const OUR_TABLES = "select count(*) from sqlite_master where name in ('log_identity', 'file')";

export const BEGIN_NEW_LOG = 'update log_identity set epoch = ?';

export const OPEN_REPLACED = 'attach ? as replaced';

export const CLOSE_REPLACED = 'detach replaced';

/** They have run out then, and the server does the rest when it starts: a guest leaves, a socket is never opened. */
export const END_EVERY_SESSION = 'update session set expires_at = 0 where ended_at is null';

/** Once the replaced database is open: those that it does not have, or that ended there. */
export const END_SESSIONS_OVER_THERE = `${END_EVERY_SESSION}
  and id not in (select id from replaced.session where ended_at is null)`;

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
