import type { Database } from 'better-sqlite3';

/** What never changes of a session, and what would hide from the server that it has to see somebody out. */
const KEPT = new Set(['id', 'user_id', 'ended_at']);

/**
 * Sign-ins are no content: what the replaced database knows of them is newer and counts. Whoever signed out since the backup stays
 * signed out, and whoever traded tokens since goes on with the newest.
 */
export function carrySessionsOver(database: Database, replacedPath: string): void {
  database.prepare('attach ? as replaced').run(replacedPath);
  try {
    const known = columnsOf(database, 'replaced');
    const shared = columnsOf(database, 'main').filter((name) => known.includes(name) && !KEPT.has(name));
    const changes = shared.map((name) => `"${name}" = newer."${name}"`).join(', ');
    database.exec(
      `update session set ${changes} from replaced.session as newer where newer.id = session.id and newer.ended_at is null`,
    );
    endSessions(database, 'id not in (select id from replaced.session where ended_at is null)');
  } finally {
    database.exec('detach replaced');
  }
}

/** They have run out, and the server does the rest when it starts: a guest leaves, a socket is never opened. */
export function endSessions(database: Database, which = 'true'): void {
  database.exec(`update session set expires_at = 0 where ended_at is null and ${which}`);
}

function columnsOf(database: Database, schema: 'main' | 'replaced'): string[] {
  return database.prepare<[], string>(`select name from pragma_table_info('session', '${schema}')`).pluck().all();
}
