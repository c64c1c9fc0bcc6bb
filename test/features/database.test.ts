import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MikroORM } from '@mikro-orm/core';
import type { EntityManager, SqliteDriver } from '@mikro-orm/sqlite';
import { MIGRATIONS } from '#server/database/migrations/index.js';
import { describe, expect, it } from 'vitest';
import { aServer, type TestServer } from '../support/servers/server.js';

describe('the migrations', () => {
  it('bring an empty database to exactly what the entities say', async () => {
    const { app } = await aServer();
    const { SchemaGenerator } = await import('@mikro-orm/sql');
    expect(await new SchemaGenerator(entityManagerOf(app)).getUpdateSchemaSQL({ wrap: false })).toBe('');
  });

  it('are run once: a second start changes nothing', async () => {
    const server = await aServer();
    const before = schemaOf(server);
    expect(before.migrations).toHaveLength(MIGRATIONS.length);
    await server.restart();
    expect(schemaOf(server)).toEqual(before);
  });
});

describe('every connection to the database', () => {
  it('leaves the sync of a commit and the copying of the log to another thread, also on a database that was there before', async () => {
    const server = await aServer();
    for (const start of ['first', 'second']) {
      for (const type of ['write', 'read'] as const) {
        expect([start, type, await pragmasOf(server, type)]).toEqual([
          start,
          type,
          { journal_mode: 'wal', synchronous: 1, wal_autocheckpoint: 0, foreign_keys: 1, busy_timeout: 0 },
        ]);
      }
      await server.restart();
    }
  });

  it('that reads cannot write', async () => {
    const { app } = await aServer();
    const reader = entityManagerOf(app).getConnection('read');
    await expect(reader.execute('delete from log_identity')).rejects.toThrow('readonly');
  });
});

function entityManagerOf(app: TestServer['app']): EntityManager {
  return app.get<MikroORM<SqliteDriver>>(MikroORM).em;
}

async function pragmasOf({ app }: TestServer, type: 'write' | 'read'): Promise<Record<string, unknown>> {
  const connection = entityManagerOf(app).getConnection(type);
  const found: Record<string, unknown> = {};
  for (const pragma of ['journal_mode', 'synchronous', 'wal_autocheckpoint', 'foreign_keys', 'busy_timeout']) {
    const [row] = await connection.execute<Record<string, unknown>[]>(`pragma ${pragma}`);
    found[pragma] = Object.values(row ?? {})[0];
  }
  return found;
}

function schemaOf({ folder }: TestServer) {
  using database = new DatabaseSync(join(folder, 'data', 'tertulia.db'), { readOnly: true });
  return {
    tables: database.prepare('select name, sql from sqlite_master order by name').all(),
    migrations: database.prepare('select * from mikro_orm_migrations').all(),
  };
}
