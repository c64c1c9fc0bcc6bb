import { MikroORM } from '@mikro-orm/core';
import type { SqliteDriver } from '@mikro-orm/sqlite';
import { Engine } from '#server/database/engine.js';
import { query } from '#server/database/dialect/index.js';
import type { TestServer } from './server.js';

const PERSON_OF_STATE = '(select user_id from membership where id = new.membership_id)';
const OWNER_OF_BOT = (row: 'new' | 'old'): string => `(select owner_id from bot where id = ${row}.bot_id)`;
const ACCOUNT_OF_BOT = (row: 'new' | 'old'): string => `(select user_id from bot where id = ${row}.bot_id)`;
const ROOM_OF = (row: 'new' | 'old'): string => `(select room_id from message where id = ${row}.message_id)`;

// What has to be locked by whoever changes a row of a table. What is made in a change is nobody else's before its commit.
const TRIGGERS = [
  made('user', "('people', new.id)"),
  made('room', "('rooms', new.id)"),
  touches('insert', 'membership', "('rooms', new.room_id), ('people', new.user_id)"),
  ...['insert', 'update'].map((how) => touches(how, 'thread', "('rooms', new.room_id)")),
  touches('insert', 'message', "('rooms', new.room_id)"),
  touches('insert', 'session', "('people', new.user_id)"),
  touches('insert', 'file', "('rooms', new.room_id), ('people', new.uploader_id), ('house', 'files')"),
  touches('insert', 'resumable_upload', "('rooms', new.room_id), ('people', new.uploader_id), ('house', 'files')"),
  touches('update', 'resumable_upload', "('people', new.uploader_id)"),
  touches('update', 'user', "('people', old.id)"),
  touches('update of disabled_at', 'user', "('house', 'administrators')"),
  ...['insert', 'update'].map((how) => touches(how, 'password_reset', "('people', new.user_id)")),
  touches('delete', 'password_reset', "('people', old.user_id)"),
  ...['insert', 'update'].map((how) => touches(how, 'server_look', "('house', 'look')")),
  touches('insert', 'avatar_image', "('people', new.user_id)"),
  touches('update of is_administrator', 'user', "('house', 'administrators')"),
  touches('update', 'room', "('rooms', old.id)"),
  touches('update', 'membership', "('rooms', old.room_id)"),
  touches('update', 'message', "('rooms', old.room_id)"),
  touches('update', 'file', "('rooms', old.room_id)"),
  touches('update', 'session', "('sessions', old.id)"),
  // What somebody has read is theirs: those who read a room wait for nobody who writes there.
  ...['insert', 'update'].map((how) => touches(how, 'room_state', `('people', ${PERSON_OF_STATE})`)),
  ...['insert', 'update'].map((how) => touches(how, 'thread_state', `('people', ${PERSON_OF_STATE})`)),
  touches('insert', 'reaction', `('rooms', ${ROOM_OF('new')})`),
  touches('delete', 'reaction', `('rooms', ${ROOM_OF('old')})`),
  ...['message_mention', 'room_mention'].flatMap((table) => [
    touches('insert', table, "('rooms', new.room_id)"),
    touches('delete', table, "('rooms', old.room_id)"),
  ]),
  touches('insert', 'message_link', `('rooms', ${ROOM_OF('new')})`),
  touches('delete', 'message_link', `('rooms', ${ROOM_OF('old')})`),
  touches('insert', 'message_answer', `('rooms', ${ROOM_OF('new')})`),
  touches('insert', 'room_ban', "('rooms', new.room_id)"),
  touches('delete', 'room_ban', "('rooms', old.room_id)"),
  ...['membership', 'message', 'thread', 'file', 'event'].map((table) =>
    touches('delete', table, "('rooms', old.room_id)"),
  ),
  touches('insert', 'direct_user', "('rooms', new.room_id)"),
  touches('insert', 'user_block', "('people', new.blocker_id)"),
  touches('delete', 'user_block', "('people', old.blocker_id)"),
  touches('insert', 'saved_message', "('people', new.user_id)"),
  touches('delete', 'saved_message', "('people', old.user_id)"),
  ...[
    'notification_settings',
    'notification_keyword',
    'push_subscription',
    'email_address',
    'email_preference',
    'mailed_password_reset',
    'room_arrangement',
    'room_section',
    'consumer',
  ].flatMap((table) => [
    ...['insert', 'update'].map((how) => touches(how, table, "('people', new.user_id)")),
    touches('delete', table, "('people', old.user_id)"),
  ]),
  touches('insert', 'bot', "('people', new.owner_id)"),
  touches('insert', 'bot_token', `('people', ${OWNER_OF_BOT('new')}), ('people', ${ACCOUNT_OF_BOT('new')})`),
  touches(
    'update of revoked_at',
    'bot_token',
    `('people', ${OWNER_OF_BOT('old')}), ('people', ${ACCOUNT_OF_BOT('old')})`,
  ),
  touches('insert', 'bot_command', `('people', ${ACCOUNT_OF_BOT('new')})`),
  touches('delete', 'bot_command', `('people', ${ACCOUNT_OF_BOT('old')})`),
  ...['insert', 'update'].map((how) => touches(how, 'interaction', "('rooms', new.room_id)")),
  touches('delete', 'interaction', "('rooms', old.room_id)"),
  ...['insert', 'update of url, filter, selection, secret, is_paused'].map((how) =>
    touches(how, 'webhook', `('people', ${OWNER_OF_BOT('new')}), ('people', ${ACCOUNT_OF_BOT('new')})`),
  ),
  touches('insert', 'incoming_webhook', `('people', ${OWNER_OF_BOT('new')}), ('rooms', new.room_id)`),
  ...['insert', 'update'].map((how) => touches(how, 'invitation', "('rooms', new.room_id)")),
  touches('delete', 'invitation', "('rooms', old.room_id)"),
  ...['insert', 'update'].map((how) => touches(how, 'report', "('rooms', new.room_id)")),
  touches('delete', 'report', "('rooms', old.room_id)"),
  touches('insert', 'notice', "('people', new.user_id)"),
  touches('delete', 'notice', "('people', old.user_id)"),
  ...['insert', 'update'].map((how) => touches(how, 'deleted_account', "('people', new.user_id)")),
  touches('insert', 'event', "('rooms', new.room_id), ('people', new.person_id)"),
];

const TABLES = ['touched', 'made'];

const UNLOCKED = `select distinct kind, id from touched where id is not null and (kind, id) not in (select kind, id from made)`;

/** Watches what each change of a server touches, and lists what it did not lock. */
export async function unlockedChangesDuring(server: TestServer, doing: () => Promise<unknown>): Promise<string[]> {
  const client = await server.app.get<MikroORM<SqliteDriver>>(MikroORM).em.getConnection('write').getNativeClient();
  const engine = server.app.get(Engine);
  const transaction = engine.transaction.bind(engine);
  // Each in a transaction of its own: inside of a reactor's, which may run at any time, it would be undone where that one fails.
  const exec = (statements: readonly string[]) =>
    transaction([], () => Promise.resolve(client.exec(statements.join(';'))));
  await exec([...TABLES.map((table) => `create temp table ${table} (kind text, id text)`), ...TRIGGERS]);
  const unlocked: string[] = [];
  engine.transaction = (locks, change) =>
    transaction(locks, async (tx) => {
      await tx.rows(query('delete from touched'), []);
      await tx.rows(query('delete from made'), []);
      const result = await change(tx);
      const held = new Set(locks.map(({ kind, id }) => `${kind} ${id}`));
      for (const { kind, id } of await tx.rows<{ kind: string; id: string }>(query(UNLOCKED), []))
        if (!held.has(`${kind} ${id}`)) unlocked.push(kind);
      return result;
    });
  try {
    await doing();
    return unlocked;
  } finally {
    engine.transaction = transaction;
    await exec([
      ...TRIGGERS.map((trigger) => `drop trigger ${nameIn(trigger)}`),
      ...TABLES.map((table) => `drop table ${table}`),
    ]);
  }
}

function touches(how: string, table: string, rows: string): string {
  return `create temp trigger touched_${how.replaceAll(/\W+/g, '_')}_${table} after ${how} on main.${table} begin insert into touched values ${rows}; end`;
}

function made(table: string, row: string): string {
  return `create temp trigger made_${table} after insert on main.${table} begin insert into made values ${row}; end`;
}

function nameIn(trigger: string): string {
  return /trigger (\w+)/.exec(trigger)?.[1] ?? '';
}
