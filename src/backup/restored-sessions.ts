import type { Database } from 'better-sqlite3';
import {
  CLOSE_REPLACED,
  columnsOfSession,
  END_SESSIONS_OVER_THERE,
  FORGET_INCOMING_WEBHOOKS,
  FORGET_INCOMING_WEBHOOKS_GONE_THERE,
  hasBots,
  OPEN_REPLACED,
  REVOKE_BOT_TOKENS_OVER_THERE,
  REVOKE_EVERY_BOT_TOKEN,
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
    carryBotTokensOver(database);
  } finally {
    database.exec(CLOSE_REPLACED);
  }
}

/** A token that was revoked since the backup stays revoked; a backup from before there were bots has none. */
function carryBotTokensOver(database: Database): void {
  if (!has(database, 'main')) return;
  if (!has(database, 'replaced')) {
    database.exec(REVOKE_EVERY_BOT_TOKEN);
    return;
  }
  database.exec(REVOKE_BOT_TOKENS_OVER_THERE);
  database.exec(FORGET_INCOMING_WEBHOOKS_GONE_THERE);
}

/** Whoever wants all sessions to end wants to be sure that nobody has got hold of a way in. */
export function endBotTokens(database: Database): void {
  if (!has(database, 'main')) return;
  database.exec(REVOKE_EVERY_BOT_TOKEN);
  database.exec(FORGET_INCOMING_WEBHOOKS);
}

function has(database: Database, schema: 'main' | 'replaced'): boolean {
  return (database.prepare<[], number>(hasBots(schema)).pluck().get() ?? 0) > 0;
}

function columnsOf(database: Database, schema: 'main' | 'replaced'): string[] {
  return database.prepare<[], string>(columnsOfSession(schema)).pluck().all();
}
