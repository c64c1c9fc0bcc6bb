import { MikroORM } from '@mikro-orm/core';
import type { SqliteDriver } from '@mikro-orm/sqlite';
import { expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { type Commit, hearCommits } from '../support/servers/commits.js';
import { hearOutgoing } from '../support/sockets/outgoing.js';
import { type Person, SEND } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer, type TestServer } from '../support/servers/server.js';

it.each([
  ['a new', 0],
  ['an existing', 1],
])('a message is synced to disk before its answer leaves, on %s database', async (_, restarts) => {
  const server = await aServer();
  for (let restart = 0; restart < restarts; restart += 1) await server.restart();
  using watch = await watchOrder(server);
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  watch.commits.length = 0;
  const overHttp = Array.from({ length: 40 }, (_, n) => `Over HTTP ${String(n)}`);
  const overSocket = Array.from({ length: 40 }, (_, n) => `Over the socket ${String(n)}`);
  await Promise.all([...overHttp.map((body) => ada.says(body, room)), saysOverSocket(ben, room, overSocket)]);
  expect(watch.answered.toSorted()).toEqual([...overHttp, ...overSocket].toSorted());
  expect(watch.tooEarly).toEqual([]);
  expect(watch.commits.length).toBeLessThan(80);
  for (const commit of watch.commits) expect(commit).toEqual({ journal_mode: 'wal', synchronous: 2 });
});

it('a message that comes alone has a commit of its own', async () => {
  const server = await aServer();
  using watch = await watchOrder(server);
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  watch.commits.length = 0;
  await ada.says('One', room);
  await ada.says('Two', room);
  expect(watch).toMatchObject({ answered: ['One', 'Two'], tooEarly: [] });
  expect(watch.commits).toHaveLength(2);
});

/** The server's commits, its answers to sends, and those answers that left before their message was committed. */
async function watchOrder({ app }: TestServer) {
  const reader = await app.get<MikroORM<SqliteDriver>>(MikroORM).em.getConnection('read').getNativeClient();
  const committed = new Set<unknown>();
  const watch = { commits: [] as Commit[], answered: [] as string[], tooEarly: [] as string[] };
  const commits = hearCommits((commit) => {
    watch.commits.push(commit);
    for (const body of reader.prepare('select body from message').pluck().all()) committed.add(body);
  });
  const outgoing = hearOutgoing((text) => {
    const bodies = [...text.matchAll(/"sendMessage":.*?"body":"(.+?)"/g)].flatMap(([, body]) => body ?? []);
    watch.answered.push(...bodies);
    watch.tooEarly.push(...bodies.filter((body) => !committed.has(body)));
  });
  return {
    ...watch,
    [Symbol.dispose]: () => {
      commits[Symbol.dispose]();
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
