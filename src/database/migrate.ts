import type { MikroORM } from '@mikro-orm/core';
import { MIGRATIONS } from './migrations/index.js';

/** The database was written by a newer Tertulia: going on could damage what this version does not understand. */
export class NewerDatabase extends Error {
  constructor(names: readonly string[]) {
    super(
      `The database is from a newer version of Tertulia (it has ${names.join(', ')}). Update the server, or restore a backup.`,
    );
    this.name = 'NewerDatabase';
  }
}

/** Runs the migrations that the database does not have yet. */
export async function migrate(orm: MikroORM): Promise<void> {
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const executed = await orm.migrator.getExecuted();
  const unknown = executed.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new NewerDatabase(unknown);
  await orm.migrator.up();
}
