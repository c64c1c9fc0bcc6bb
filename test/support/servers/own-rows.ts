import { Database } from '#server/database/index.js';
import { query } from '#server/database/dialect/index.js';
import type { TestServer } from './server.js';

// What the database of a server in this process holds, over its own connection: a second SQLite that opens and closes the same files all the time takes its locks from it.

/** How many rows of a table there are with these values, for which something else is so as well. */
export async function countIn(
  { app }: Pick<TestServer, 'app'>,
  table: string,
  values: Readonly<Record<string, string>>,
  andAlso = '1 = 1',
): Promise<number> {
  const conditions = [andAlso, ...Object.keys(values).map((column) => `${column} = ?`)];
  const text = `select count(*) as count from ${table} where ${conditions.join(' and ')}`;
  const [row] = await app.get(Database).rows<{ count: number }>(query(text), Object.values(values));
  return row?.count ?? 0;
}

/** All that a table holds. */
export function rowsOf({ app }: Pick<TestServer, 'app'>, table: string): Promise<Record<string, unknown>[]> {
  return app.get(Database).rows<Record<string, unknown>>(query(`select * from ${table}`), []);
}
