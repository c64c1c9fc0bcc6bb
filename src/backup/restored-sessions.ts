import type { Database } from 'better-sqlite3';
import {
  CLOSE_REPLACED,
  columnsOfSession,
  END_SESSIONS_OVER_THERE,
  OPEN_REPLACED,
  takeOver,
} from './backup.queries.js';

/** What never changes of a session, and what would hide from the server that it has to see somebody out. */
const KEPT = new Set(['id', 'user_id', 'ended_at']);

/**
 * Sign-ins are no content: what the replaced database knows of them is newer and counts. Whoever signed out since the backup stays
 * signed out, and whoever traded tokens since goes on with the newest.
 */
export function carrySessionsOver(database: Database, replacedPath: string): void {
  database.prepare(OPEN_REPLACED).run(replacedPath);
  try {
    const known = columnsOf(database, 'replaced');
    const shared = columnsOf(database, 'main').filter((name) => known.includes(name) && !KEPT.has(name));
    database.exec(takeOver(shared));
    database.exec(END_SESSIONS_OVER_THERE);
  } finally {
    database.exec(CLOSE_REPLACED);
  }
}

function columnsOf(database: Database, schema: 'main' | 'replaced'): string[] {
  return database.prepare<[], string>(columnsOfSession(schema)).pluck().all();
}
