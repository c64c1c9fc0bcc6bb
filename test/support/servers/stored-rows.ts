import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How many rows of a table there are with these values, as the file of a server has them, and for which something else is so. */
export function rowsIn(
  server: { readonly folder: string },
  table: string,
  values: Record<string, string>,
  andAlso = '1 = 1',
): number {
  using database = new DatabaseSync(join(server.folder, 'data', 'tertulia.db'), { readOnly: true });
  const conditions = [andAlso, ...Object.keys(values).map((column) => `${column} = ?`)];
  const row = database
    .prepare(`select count(*) as count from ${table} where ${conditions.join(' and ')}`)
    .get(...Object.values(values));
  return Number(row?.count);
}

/** All that a table holds. */
export function storedIn(server: { readonly folder: string }, table: string): readonly Record<string, unknown>[] {
  using database = new DatabaseSync(join(server.folder, 'data', 'tertulia.db'), { readOnly: true });
  return database.prepare(`select * from ${table}`).all();
}
