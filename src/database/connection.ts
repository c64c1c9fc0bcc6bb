import type { MikroOrmModuleOptions } from '@mikro-orm/nestjs';
import type { MikroORM } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { type EntityManager, SqliteDriver } from '@mikro-orm/sqlite';
import { CompiledQuery, type DatabaseConnection } from 'kysely';
import type { Settings } from '../config/index.js';
import { MIGRATIONS } from './migrations/index.js';
import { databasePath, makeFile } from './place.js';

/** One connection that writes, and one of the same file that only reads, so that reads never wait behind a transaction. */
export function connectionOptions(settings: Settings): MikroOrmModuleOptions<SqliteDriver> {
  const path = databasePath(settings);
  makeFile(path);
  return {
    driver: SqliteDriver,
    dbName: path,
    onCreateConnection: (connection) => setPragmas(connection as DatabaseConnection),
    replicas: [{ name: 'reader', driverOptions: { readonly: true } }],
    extensions: [Migrator],
    migrations: { migrationsList: MIGRATIONS, snapshot: false, silent: true },
    // Tables of FTS5, which MikroORM does not know: a migration makes them.
    schemaGenerator: { skipTables: [/^message_index/] },
    autoLoadEntities: true,
    registerRequestContext: false,
    logger: () => undefined,
  };
}

/** The driver is chosen here, so the manager is always the SQL one. */
export function managerOf(orm: MikroORM): EntityManager {
  return orm.em as EntityManager;
}

/** On a connection without these the engine would acknowledge what a power cut may take back; so the server does not start on one. */
export async function assertDurable(em: EntityManager): Promise<void> {
  for (const type of ['write', 'read'] as const) {
    for (const [pragma, wanted] of EXPECTED) {
      const [row] = await em.getConnection(type).execute<Record<string, unknown>[]>(`pragma ${pragma}`);
      const found = Object.values(row ?? {})[0];
      if (found !== wanted)
        throw new Error(`The database's ${type} connection has ${pragma} = ${String(found)}, not ${String(wanted)}.`);
    }
  }
}

// With NORMAL, SQLite syncs the log when it begins it and before it copies it into the database, and no commit: SqliteEngine does, off
// the event loop. Copies are made by Checkpoints. Only a start may wait within SQLite (see WriteLock): nobody is served yet.
const PRAGMAS = [
  'busy_timeout = 5000',
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'wal_autocheckpoint = 0',
  'foreign_keys = ON',
];
const EXPECTED = [
  ['journal_mode', 'wal'],
  ['synchronous', 1],
  ['wal_autocheckpoint', 0],
  ['foreign_keys', 1],
] as const;

/**
 * After a sync that failed, the system's memory can hold what the disk does not, and says so to nobody who asks again. What a
 * server before this one left in the write-ahead log is therefore written once more, to the database itself, and synced there.
 */
export async function rewriteLog(em: EntityManager): Promise<void> {
  await em.getConnection('write').execute('pragma wal_checkpoint(TRUNCATE)');
}

/** SQLite waits with the whole process standing still: from now on it says at once that somebody else holds the database. */
export async function waitNoMore(em: EntityManager): Promise<void> {
  for (const type of ['write', 'read'] as const) await em.getConnection(type).execute('pragma busy_timeout = 0');
}

async function setPragmas(connection: DatabaseConnection): Promise<void> {
  for (const pragma of PRAGMAS) await connection.executeQuery(CompiledQuery.raw(`pragma ${pragma}`));
}
