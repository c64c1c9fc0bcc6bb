import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How many rows of a table there are with these values, as the file of a server has them. */
export function rowsIn(server: { readonly folder: string }, table: string, values: Record<string, string>): number {
  using database = new DatabaseSync(join(server.folder, 'data', 'tertulia.db'), { readOnly: true });
  const conditions = Object.keys(values).map((column) => `${column} = ?`);
  const row = database
    .prepare(`select count(*) as count from ${table} where ${conditions.join(' and ')}`)
    .get(...Object.values(values));
  return Number(row?.count);
}
