import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MikroORM } from '@mikro-orm/core';
import type { SqliteDriver } from '@mikro-orm/sqlite';
import { expect, it, vi } from 'vitest';
import { readSettings } from '#server/config/index.js';
import { connectionOptions } from '#server/database/connection.js';
import { migrate } from '#server/database/migrate.js';
import { MIGRATIONS } from '#server/database/migrations/index.js';
import { rounds } from '../support/chance/rounds.js';
import { aFolder } from '../support/servers/process.js';

const SOMEBODY = `insert into user (id, username, username_key, display_name, display_name_key, kind, created_at)
  values ('1', 'ada', 'ada', 'Ada', 'ada', 'PERSON', 0)`;

/** What was released long ago does not change: here some moments of it are enough, and `npm run test:faults` tries them all. */
const NEWEST = MIGRATIONS.length - 4;
const stepOf = (index: number) => rounds({ quick: index < NEWEST ? 6 : 1, thorough: 1 });

it.each(MIGRATIONS.map(({ name }, index) => ({ name, before: MIGRATIONS[index - 1]?.name, step: stepOf(index) })))(
  'a database that was killed at any statement of $name and all after it is migrated whole by the next start, and keeps what it held',
  async ({ before, step }) => {
    const { path } = aFolder();
    const folder = join(path, 'first');
    if (before !== undefined) {
      await withDatabase(folder, (orm) => orm.migrator.up({ to: before }));
      using database = open(folder);
      database.exec(SOMEBODY);
    }
    const killed: string[] = [];
    await withDatabase(folder, async (orm) => {
      let statements = 0;
      const heard = vi.spyOn(orm.config.getLogger(), 'logQuery').mockImplementation(() => {
        statements += 1;
        // The files as they are at this moment are what a killed process leaves behind.
        const copy = join(path, `killed-after-${String(statements)}`);
        cpSync(folder, copy, { recursive: true, filter: (file) => !file.endsWith('-shm') });
        killed.push(copy);
      });
      await migrate(orm);
      heard.mockRestore();
    });
    const whole = contentsOf(folder);
    expect(killed.length).toBeGreaterThan(5);
    for (const copy of killed.filter((_, place) => place % step === 0)) {
      await withDatabase(copy, migrate);
      expect(contentsOf(copy), copy).toEqual(whole);
    }
    expect(whole.people).toEqual(before === undefined ? [] : [{ id: '1', username: 'ada' }]);
  },
  180_000,
);

async function withDatabase(folder: string, doing: (orm: MikroORM) => Promise<unknown>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const settings = readSettings({ DATABASE_URL: `sqlite:${join(folder, 'tertulia.db')}` });
  const orm = await MikroORM.init<SqliteDriver>({
    ...connectionOptions(settings),
    entities: [],
    discovery: { warnWhenNoEntities: false },
  });
  try {
    await doing(orm);
  } finally {
    await orm.close();
  }
}

function contentsOf(folder: string) {
  using database = open(folder);
  return {
    schema: database.prepare('select type, name, sql from sqlite_master order by name').all(),
    done: database.prepare('select name from mikro_orm_migrations order by id').all(),
    people: database.prepare('select id, username from user').all(),
  };
}

function open(folder: string): DatabaseSync {
  return new DatabaseSync(join(folder, 'tertulia.db'));
}
