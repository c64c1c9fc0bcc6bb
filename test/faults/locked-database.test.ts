import { mkdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type FeedAnswer, itemOf, ROOM_EVENTS } from '../support/feeds/feed.js';
import { Oracle } from '../support/oracle/oracle.js';
import { Person, SEND } from '../support/people/person.js';
import { aFolder, ServerProcess } from '../support/servers/process.js';
import { aRoom } from '../support/people/room.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { postUpload } from '../support/files/uploads.js';

/** Less than SQLite's own wait would take, and more than a busy machine needs. */
const MAX_PAUSE_MILLISECONDS = 1000;

it('while another process holds the database people read and follow; who writes waits a moment, and is then told', async () => {
  const server = await aSpawnedServer({ isProbed: true });
  using oracle = await Oracle.of(server);
  const ada = await Person.registers(server, 'ada');
  const ben = await Person.registers(server, 'ben');
  const room = await aRoom(ada, [ben]);
  await using socket = await ben.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after: room.eventCursor });
  oracle.ledger.said(ada, room, await ada.says('Before', room));
  await feed.until((answer) => itemOf(answer).event?.message?.body === 'Before');
  await server.memory();

  const other = holding(server.folder);
  const held = ada.says('For a moment', room);
  await ben.asks('{ rooms { nodes { id } } }');
  other.exec('rollback');
  oracle.ledger.said(ada, room, await held);

  other.exec('begin exclusive');
  const refusals = Array.from({ length: 20 }, (_, n) =>
    ada.isRefused('SERVICE_UNAVAILABLE', SEND, { input: { roomId: room.id, body: `No ${String(n)}` } }),
  );
  const upload = postUpload(ben, [
    ['roomId', room.id],
    ['file', new File(['text'], 'notes.txt')],
  ]);
  await Promise.all(refusals);
  expect(await upload).toMatchObject({ status: 503, body: { code: 'SERVICE_UNAVAILABLE' } });
  expect((await server.memory()).longestPause).toBeLessThan(MAX_PAUSE_MILLISECONDS);
  other.close();

  oracle.ledger.said(ada, room, await ada.says('After', room));
  await feed.until((answer) => itemOf(answer).event?.message?.body === 'After');
  await socket.close();
  await oracle.expectAllWell({ people: [ada, ben] });
});

it('a server whose database another process holds does not start, and says why in one line', async () => {
  const { path, settings } = aFolder();
  mkdirSync(join(path, 'data'));
  const other = holding(path);
  const server = ServerProcess.start(settings);
  expect(await server.exited).toBe(1);
  expect(server.stderr).toMatch(/^The database is held by another process.*\n$/);
  other.close();
});

/** Another process's connection, as far as SQLite knows. Where the server writes at this moment, in the background too, it waits for its turn. */
function holding(folder: string): DatabaseSync {
  const other = new DatabaseSync(join(folder, 'data', 'tertulia.db'), { timeout: 10_000 });
  other.exec('begin exclusive');
  return other;
}
