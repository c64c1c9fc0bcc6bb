import { MikroORM } from '@mikro-orm/core';
import { describe, expect, it } from 'vitest';
import { Int64 } from '#server/database/index.js';
import { postgresql, sqlite } from '#server/database/dialect/index.js';
import { MIGRATIONS } from '#server/database/migrations/index.js';
import { POSTGRESQL_MIGRATIONS } from '#server/database/migrations/postgresql/index.js';
import { aPostgresqlDatabase, anSqlite, type Engine } from '../support/databases/engines.js';
import { aPostgresql } from '../support/databases/postgresql.js';
import { shapeOfPostgresql, shapeOfSqlite } from '../support/databases/shapes.js';
import { aServer } from '../support/servers/server.js';

const found = await aPostgresql();
const both =
  'missing' in found ? undefined : { sqlite: await anSqlite(), postgresql: await aPostgresqlDatabase(found.url) };

it('both databases go through steps of the same names', () => {
  expect(POSTGRESQL_MIGRATIONS.map(({ name }) => name)).toEqual(MIGRATIONS.map(({ name }) => name));
});

describe.skipIf(!both)(`SQLite and PostgreSQL${'missing' in found ? ` (${found.missing})` : ''}`, () => {
  it('have the same tables, columns, keys, indexes and triggers after each step', async () => {
    for (const { name } of MIGRATIONS) {
      const [first, second] = await bothAt(name);
      expect({ name, ...second }).toEqual({ name, ...first });
    }
  });

  it.each([
    'drop index event_outside_rooms_index',
    'create unique index room_name_key_unique on room (name_key)',
    'alter table event alter column room_id set not null',
    'alter table room add column colour text null',
    `alter table "user" alter column search_text drop default`,
    'alter table room drop constraint room_visibility_check',
    'alter table session drop constraint session_user_id_foreign',
    'drop trigger file_removed on file',
    'alter table event alter column subject_id type json using null',
  ])('would be told apart by: %s', async (statement) => {
    const [before] = await bothAt();
    await both?.postgresql.ask('begin');
    await both?.postgresql.ask(statement);
    const [, after] = await bothAt();
    await both?.postgresql.ask('rollback');
    expect(after).not.toEqual(before);
  });

  it('both have 64 bits for each place in the log, number and size', async () => {
    await bothAt();
    const orm = (await aServer()).app.get(MikroORM);
    const wide = [...orm.getMetadata().getAll().values()].flatMap(({ tableName, props }) =>
      props
        .filter(({ customType }) => customType instanceof Int64)
        .map(({ fieldNames: [column] }) => `${tableName}.${String(column)}`),
    );
    const rows = await both?.postgresql.ask(
      `select table_name || '.' || column_name as name, data_type as kind from information_schema.columns where table_schema = 'public'`,
    );
    const kinds = new Map(rows?.map(({ name, kind }) => [name, kind]));
    expect(wide.length).toBeGreaterThan(10);
    expect(wide.map((column) => [column, kinds.get(column)])).toEqual(wide.map((column) => [column, 'bigint']));
  });

  it('put names into the same order, whatever the language of the database', async () => {
    await bothAt();
    const names = ['a', 'B', 'é', 'z', 'Z', 'か', '茶', '-', '_', '😀', 'aa', 'A'];
    const orders = [
      await orderOf(both?.sqlite, names, sqlite.ordered('name')),
      await orderOf(both?.postgresql, names, postgresql.ordered('name')),
    ];
    expect(orders[1]).toEqual(orders[0]);
    // By itself PostgreSQL goes by the language: this one was told English.
    expect(await orderOf(both?.postgresql, names, 'name')).not.toEqual(orders[0]);
  });
});

async function bothAt(step?: string) {
  if (!both) throw new Error('There is no PostgreSQL.');
  await both.sqlite.migrate(step);
  await both.postgresql.migrate(step);
  return [await shapeOfSqlite(both.sqlite), await shapeOfPostgresql(both.postgresql)] as const;
}

async function orderOf(engine: Engine | undefined, names: readonly string[], order: string): Promise<unknown[]> {
  const values = names.map((name) => `('${name}')`).join(', ');
  const rows = await engine?.ask(`with named (name) as (values ${values}) select name from named order by ${order}`);
  return rows?.map(({ name }) => name) ?? [];
}
