import { MikroORM } from '@mikro-orm/sqlite';
import { expect, it } from 'vitest';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

it('leaves nothing to change: the migrations make what the entities say', async () => {
  expect(await statementsStillNeeded()).toBe('');
});

it('would tell of an index that no migration makes', async () => {
  await server.app.get(MikroORM).em.getConnection().execute('drop index `message_room_id_number_unique`');
  expect(await statementsStillNeeded()).toContain('create unique index `message_room_id_number_unique`');
});

/** What would have to be done to the migrated database so that the entities fit it. */
async function statementsStillNeeded(): Promise<string> {
  return server.app.get(MikroORM).schema.getUpdateSchemaSQL({ wrap: false });
}
