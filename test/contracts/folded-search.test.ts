import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MikroORM } from '@mikro-orm/core';
import type { SqliteDriver } from '@mikro-orm/sqlite';
import { expect, it } from 'vitest';
import { readSettings } from '#server/config/index.js';
import { connectionOptions } from '#server/database/connection.js';
import { aFolder } from '../support/servers/process.js';

const PEOPLE = `insert into user (id, username, username_key, display_name, display_name_key, kind, created_at)
  values ('1', 'José', 'josé', 'José Ñandú', 'josé ñandú', 'PERSON', 0)`;
const ROOMS = `insert into room (id, name, name_key, public_name_key, search_text, topic, visibility, member_count, last_seq,
  last_number, last_activity_at, created_at) values
  ('1', 'Café', 'café', 'café', ' café tee', 'Tée', 'PUBLIC', 1, 1, 0, 0, 0),
  ('2', '東京開発チーム', '東京開発チーム', '東京開発チーム', ' 東京開発チーム', '', 'PUBLIC', 0, 2, 0, 0, 0)`;

it('rooms and people from before are found like new ones, and a room that everybody had left gives its name back', async () => {
  const { path } = aFolder();
  await withDatabase(path, (orm) => orm.migrator.up({ to: '0005-thumbnails-count' }));
  using database = new DatabaseSync(join(path, 'tertulia.db'));
  database.exec(PEOPLE);
  database.exec(ROOMS);
  await withDatabase(path, (orm) => orm.migrator.up());
  expect(database.prepare('select name_key, public_name_key, search_text from room order by id').all()).toEqual([
    { name_key: 'cafe', public_name_key: 'café', search_text: 'cafe\ntee' },
    { name_key: '東京開発ちーむ', public_name_key: null, search_text: '東京開発ちーむ\n' },
  ]);
  expect(database.prepare('select search_text from user').all()).toEqual([{ search_text: 'jose\njose nandu' }]);
});

async function withDatabase(folder: string, doing: (orm: MikroORM) => Promise<unknown>): Promise<void> {
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
