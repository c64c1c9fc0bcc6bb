import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { Reactors } from '#server/reactors/index.js';
import { Database, NO_LOCKS, query } from '#server/database/index.js';
import { type FeedAnswer, itemOf, ROOM_EVENTS } from '../support/feeds/feed.js';
import { happenings } from '../support/feeds/happenings.js';
import { aCast } from '../support/people/cast.js';
import { Oracle } from '../support/oracle/oracle.js';
import { Person, SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer, type TestServer } from '../support/servers/server.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';
import { Disk } from '../support/servers/syncs.js';

const MEGABYTE = 1024 * 1024;
const TYPING = 'mutation ($input: SetTypingInput!) { setTyping(input: $input) { ok } }';
const PRESENCE = 'subscription ($id: ID!) { roomPresence(roomId: $id) { typing { id } } }';

it('while the disk takes its time everybody else goes on, and nobody reads or hears of what is not on it', async () => {
  const server = await aServer();
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  await using socket = await ben.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after: room.eventCursor });
  await feed.until((answer) => itemOf(answer).mark === 'CAUGHT_UP');
  await ada.says('Before', room);
  expect(itemOf(await feed.next()).event?.message?.body).toBe('Before');
  // They commit as well, some time after what they react to.
  await server.app.get(Reactors).onModuleDestroy();
  using disk = await Disk.underTest();
  const held = disk.holdsNext();
  const slow = ada.says('Slow', room);
  await held.isWaiting;

  expect(storedIn(server)).toEqual(['Before', 'Slow']);
  expect(await bodiesReadBy(ben, room)).toEqual(['Before']);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  const typing = socket.subscribes<{ roomPresence: { typing: { id: string }[] } }>(PRESENCE, { id: room.id });
  await cleo.asks(TYPING, { input: { roomId: room.id } });
  await typing.until(({ roomPresence }) => roomPresence.typing.some(({ id }) => id === cleo.id));
  const later = [ben.says('Meanwhile', room), cleo.says('Meanwhile as well', room)];
  const refused = ada.isRefused('BAD_USER_INPUT', SEND, { input: { roomId: room.id, body: ' ' } });
  expect(await bodiesReadBy(ben, room)).toEqual(['Before']);
  expect(storedIn(server)).toEqual(['Before', 'Slow']);

  const heard = feed.next();
  expect(await Promise.race([heard, fetch(`${server.url}/healthz`).then(() => 'nothing yet')])).toBe('nothing yet');
  held.goOn();
  expect(itemOf(await heard).event?.message?.body).toBe('Slow');
  expect((await slow).number).toBe(2);
  await Promise.all([...later, refused]);
  expect(await bodiesReadBy(ben, room)).toEqual(['Before', 'Slow', 'Meanwhile', 'Meanwhile as well']);
  // Those who came while the disk was busy shared the next commit.
  expect(disk.syncs).toBe(2);
});

it('what was in doubt after a failed sync is there once, and is told once, when the disk has it', async () => {
  const server = await aServer();
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  await using socket = await ben.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after: room.eventCursor });
  await feed.until((answer) => itemOf(answer).mark === 'CAUGHT_UP');
  const nonce = randomUUID();
  {
    using disk = await Disk.underTest();
    disk.failsNext(server.folder);
    await ada.isRefused('SERVICE_UNAVAILABLE', SEND, { input: { roomId: room.id, body: 'In doubt', nonce } });
    expect(await bodiesReadBy(ben, room)).toEqual([]);
    expect(disk.syncs).toBe(0);
  }
  await ben.says('The next one', room);
  const { number } = await ada.says('In doubt', room, { nonce });
  expect(number).toBe(1);
  expect(itemOf(await feed.next()).event?.message?.body).toBe('In doubt');
  expect(itemOf(await feed.next()).event?.message?.body).toBe('The next one');
  const sent = (await happenings(ada, room)).flatMap(({ message }) => message?.body ?? []);
  expect(sent).toEqual(['In doubt', 'The next one']);
  expect(storedIn(server, 'copied')).toEqual(['In doubt', 'The next one']);
});

it.each(['datasync', 'commit'])(
  'killed before the %s of a send or after it, the server has the message once when it is sent again',
  async (name) => {
    const server = await aSpawnedServer({ isProbed: true, isSabotaged: true });
    using oracle = await Oracle.of(server);
    const ada = await Person.registers(server, 'ada');
    const room = await aRoom(ada);
    const nonce = randomUUID();
    await server.sabotage({ dieBeforeStep: { name, nth: 1 } });
    await expect(ada.says('Once', room, { nonce })).rejects.toThrow(/fetch failed|terminated/);
    await server.ended();
    await server.start();
    oracle.ledger.said(ada, room, await ada.says('Once', room, { nonce }));
    await oracle.expectAllWell({ people: [ada] });
  },
);

it('the write-ahead log is begun again in time, and not by who writes next, though somebody always writes', async () => {
  const server = await aServer();
  const database = server.app.get(Database);
  await database.write(NO_LOCKS, (tx) => tx.rows(query('create table scratch (bytes blob)'), []));
  const writesMegabytes = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1)
      await database.write(NO_LOCKS, (tx) => tx.rows(query('insert into scratch values (zeroblob(1048576))'), []));
  };
  const first = saltOf(server);
  await writesMegabytes(20);
  // Nobody writes any more.
  await expect.poll(() => saltOf(server)).not.toBe(first);
  await Promise.all([writesMegabytes(50), writesMegabytes(50), writesMegabytes(50)]);
  // A log that never began again would hold all of it.
  expect(statSync(logOf(server)).size).toBeLessThan(100 * MEGABYTE);
});

function logOf({ folder }: TestServer): string {
  return join(folder, 'data', 'tertulia.db-wal');
}

/** Another one each time that the log is begun: https://sqlite.org/fileformat2.html#walformat */
function saltOf(server: TestServer): string {
  return readFileSync(logOf(server)).toString('hex', 16, 24);
}

async function bodiesReadBy(reader: Person, { id }: { id: string }): Promise<string[]> {
  const { room } = await reader.asks<{ room: { messages: { nodes: { body: string }[] } } }>(
    'query ($id: ID!) { room(id: $id) { messages(last: 50) { nodes { body } } } }',
    { id },
  );
  return room.messages.nodes.map(({ body }) => body);
}

/** The messages that the database holds for whoever opens it now, or, copied, what its two files hold. */
function storedIn({ folder }: TestServer, how: 'open' | 'copied' = 'open'): string[] {
  const data = join(folder, 'data');
  const copy = join(folder, 'copy');
  if (how === 'copied') {
    mkdirSync(copy);
    for (const name of ['tertulia.db', 'tertulia.db-wal']) copyFileSync(join(data, name), join(copy, name));
  }
  const database = new Sqlite(join(how === 'copied' ? copy : data, 'tertulia.db'));
  const bodies = database.prepare<[], string>('select body from message order by number').pluck().all();
  database.close();
  return bodies;
}
