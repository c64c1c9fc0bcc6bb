import { MikroORM } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { SqliteDriver } from '@mikro-orm/sqlite';
import { afterAll } from 'vitest';
import { MIGRATIONS } from '#server/database/migrations/index.js';
import { POSTGRESQL_MIGRATIONS } from '#server/database/migrations/postgresql/index.js';

/** A database that is migrated, and asked about itself. */
export interface Engine {
  /** Up to a step, or through all of them. */
  readonly migrate: (to?: string) => Promise<void>;
  readonly ask: (sql: string) => Promise<Row[]>;
}

export type Row = Record<string, unknown>;

export async function anSqlite(): Promise<Engine> {
  const options = { driver: SqliteDriver, dbName: ':memory:', ...migratedBy(MIGRATIONS) };
  const orm = await MikroORM.init<SqliteDriver>(options);
  return engineOf(orm, (sql) => orm.em.getConnection().execute<Row[]>(sql));
}

/** A database of PostgreSQL, which is empty at first. */
export async function aPostgresqlDatabase(clientUrl: string): Promise<Engine> {
  const options = { driver: PostgreSqlDriver, clientUrl, ...migratedBy(POSTGRESQL_MIGRATIONS) };
  // What is prepared belongs to one connection.
  const orm = await MikroORM.init<PostgreSqlDriver>({ ...options, pool: { min: 1, max: 1 } });
  return engineOf(orm, (sql) => orm.em.getConnection().execute<Row[]>(sql));
}

function migratedBy(migrationsList: typeof MIGRATIONS) {
  return {
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList, snapshot: false, silent: true },
    logger: () => undefined,
  };
}

function engineOf(orm: Pick<MikroORM, 'migrator' | 'close'>, ask: Engine['ask']): Engine {
  afterAll(() => orm.close());
  return {
    ask,
    migrate: async (to) => {
      await orm.migrator.up(to === undefined ? {} : { to });
    },
  };
}
