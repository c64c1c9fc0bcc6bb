import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type FeedAnswer, itemOf, ROOM_EVENTS } from '../support/feeds/feed.js';
import { Oracle } from '../support/oracle/oracle.js';
import { databaseIn, expectAcknowledgedOnce } from '../support/oracle/stored.js';
import { Person, SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { refuseSyncs, whyNoTracing } from '../support/servers/system-calls.js';
import { postUpload } from '../support/files/uploads.js';

const obstacle = whyNoTracing();

it('nothing is acknowledged that was not synced; once the disk syncs again, so does the server, and a start makes sure of what was left', async (context) => {
  if (obstacle !== undefined) return context.skip(obstacle);
  const server = await aSpawnedServer({ isProbed: true });
  using oracle = await Oracle.of(server);
  const ada = await Person.registers(server, 'ada');
  const ben = await Person.registers(server, 'ben');
  const room = await aRoom(ada, [ben]);
  await using socket = await ben.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after: room.eventCursor });
  oracle.ledger.said(ada, room, await ada.says('Before', room));
  const doubtful = { roomId: room.id, body: 'In doubt', nonce: 'doubt' };
  {
    await using failing = await refuseSyncs(server.pid);
    expect(failing.isRefusing()).toBe(true);
    await Promise.all([1, 2, 3].map(() => ada.isRefused('SERVICE_UNAVAILABLE', SEND, { input: doubtful })));
    const upload = await postUpload(ada, [
      ['roomId', room.id],
      ['file', new File(['text'], 'notes.txt')],
    ]);
    expect(upload).toMatchObject({ status: 503, body: { code: 'SERVICE_UNAVAILABLE' } });
    await ben.asks('{ rooms { nodes { id } } }');
  }
  oracle.ledger.said(ada, room, await ada.says('In doubt', room, { nonce: 'doubt' }));
  await feed.until((answer) => itemOf(answer).event?.message?.body === 'In doubt');
  await socket.close();

  {
    await using failing = await refuseSyncs(server.pid);
    expect(failing.isRefusing()).toBe(true);
    await ada.isRefused('SERVICE_UNAVAILABLE', SEND, { input: { ...doubtful, nonce: 'another' } });
    await server.killAndStart();
  }
  // The database alone, without the log beside it, whose syncs had failed.
  const copy = join(server.folder, 'copy');
  mkdirSync(copy);
  copyFileSync(join(server.folder, 'data', 'tertulia.db'), join(copy, 'tertulia.db'));
  using database = databaseIn(copy);
  expectAcknowledgedOnce(database, oracle.ledger);
  oracle.ledger.said(ada, room, await ada.says('In doubt', room, { nonce: 'another' }));
  await oracle.expectAllWell({ people: [ada, ben] });
});
