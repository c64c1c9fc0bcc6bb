import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { Database, NO_LOCKS, query } from '#server/database/index.js';
import { aFolder } from '../support/servers/process.js';
import { aServer } from '../support/servers/server.js';

const PROGRAM = new URL('../support/servers/closing-checkpoints.mjs', import.meta.url).pathname;

it.for(['after', 'during'])(
  'a process that has nothing else to do, and closes %s a copy of the log, stays until the thread that copies it has ended',
  async (moment) => {
    const run = promisify(execFile)(process.execPath, [PROGRAM, join(aFolder().path, 'tertulia.db'), moment]);
    expect(await run).toEqual({ stdout: 'closed\n', stderr: '' });
  },
);

it('a server that stops in the middle of a copy of the log ends it first', async () => {
  const server = await aServer();
  const database = server.app.get(Database);
  await database.write(NO_LOCKS, (tx) => tx.rows(query('create table scratch (bytes blob)'), []));
  // More than the log may hold: a copy of it begins with this commit.
  await database.write(NO_LOCKS, (tx) => tx.rows(query('insert into scratch values (zeroblob(33554432))'), []));
  await server.stop();
});
