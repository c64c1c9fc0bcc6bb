import { randomUUID } from 'node:crypto';
import { Database } from '#server/database/index.js';
import { query } from '#server/database/dialect/index.js';
import type { TestServer } from '../servers/server.js';

const MANY = query(`with recursive counted (n) as (select 1 union all select n + 1 from counted where n < ?)
  insert into event (id, person_id, type, actor_id, subject_id, at) select ? || n, ?, 'SavedMessagesChanged', ?, ?, 0 from counted`);

/** Has many things happen that concern somebody alone. */
export async function hasOwnEvents(
  { app }: Pick<TestServer, 'app'>,
  { id }: { readonly id: string },
  count: number,
): Promise<void> {
  await app.get(Database).write({ people: [id] }, (tx) => tx.rows(MANY, [count, randomUUID(), id, id, id]));
}
