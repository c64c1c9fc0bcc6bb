import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { hearOutgoing } from '../support/sockets/outgoing.js';
import { type Person, SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer, type TestServer } from '../support/servers/server.js';
import { Disk } from '../support/servers/syncs.js';

it.each([
  ['a new', 0],
  ['an existing', 1],
])('a message is synced to disk before its answer leaves, on %s database', async (_, restarts) => {
  const server = await aServer();
  for (let restart = 0; restart < restarts; restart += 1) await server.restart();
  using watch = await watchOrder(server);
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const overHttp = Array.from({ length: 40 }, (_, n) => `Over HTTP ${String(n)}`);
  const overSocket = Array.from({ length: 40 }, (_, n) => `Over the socket ${String(n)}`);
  await Promise.all([...overHttp.map((body) => ada.says(body, room)), saysOverSocket(ben, room, overSocket)]);
  expect(watch.answered.toSorted()).toEqual([...overHttp, ...overSocket].toSorted());
  expect(watch.tooEarly).toEqual([]);
  expect(watch.commits.length).toBeLessThan(80);
});

it('a message that comes alone has a commit of its own', async () => {
  const server = await aServer();
  using watch = await watchOrder(server);
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  await ada.says('One', room);
  await ada.says('Two', room);
  expect(watch).toMatchObject({ answered: ['One', 'Two'], tooEarly: [] });
  expect(watch.commits).toEqual([['One'], ['Two']]);
});

/** What each commit of messages brought to disk, the server's answers to sends, and those answers that left before their message was synced. */
async function watchOrder({ folder }: TestServer) {
  const database = new Sqlite(join(folder, 'data', 'tertulia.db'), { readonly: true });
  const synced = new Set<unknown>();
  const watch = {
    disk: await Disk.underTest(),
    commits: [] as unknown[][],
    answered: [] as string[],
    tooEarly: [] as string[],
  };
  watch.disk.hears(() => {
    // Others sync too: what is indexed, and whom a message calls.
    const bodies = database.prepare('select body from message order by room_id, number').pluck().all();
    const fresh = bodies.filter((body) => !synced.has(body));
    if (fresh.length > 0) watch.commits.push(fresh);
    for (const body of fresh) synced.add(body);
  });
  const outgoing = hearOutgoing((text) => {
    const bodies = [...text.matchAll(/"sendMessage":.*?"body":"(.+?)"/g)].flatMap(([, body]) => body ?? []);
    watch.answered.push(...bodies);
    watch.tooEarly.push(...bodies.filter((body) => !synced.has(body)));
  });
  return {
    ...watch,
    [Symbol.dispose]: () => {
      watch.disk[Symbol.dispose]();
      database.close();
      outgoing[Symbol.dispose]();
    },
  };
}

async function saysOverSocket(
  person: Person,
  { id: roomId }: { id: string },
  bodies: readonly string[],
): Promise<void> {
  await using socket = await person.opensSocket();
  const sent = bodies.map((body) => socket.subscribes(SEND, { input: { roomId, body } }));
  await Promise.all(sent.map((one) => one.next()));
}
