import { join } from 'node:path';
import { Tertulia, TertuliaError } from '@tertulia/sdk';
import { expect, onTestFinished, test } from 'vitest';
import { SocketServer } from '#server/api/index.js';
import { backUp, restore } from '#server/backup/index.js';
import { consumersOf } from '../support/feeds/consumer.js';
import { settingsIn } from '../support/files/backups.js';
import { aBotIn, makesBot, makesToken, revokesToken } from '../support/people/bots.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { saidBy } from '../support/people/said-by.js';
import { FlakyLine } from '../support/sockets/flaky-line.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

test.each(['socket', 'stream'] as const)(
  'a feed over a %s that is cut again and again has each message once, in order',
  async (live) => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const robot = await aBotIn(ada, room);
    const line = await FlakyLine.to(server);
    const chat = new Tertulia({ url: line.url, token: robot.accessToken, live });
    const feed = follows(chat);
    await feed.isOpen();
    for (const word of ['One', 'Two', 'Three']) {
      await ada.says(word, room);
      await expect.poll(() => feed.heard.at(-1)).toBe(word);
      line.cut();
      await ada.says(`${word} and a half`, room);
    }
    await expect.poll(() => feed.heard).toHaveLength(6);
    expect(feed.heard).toEqual(await saidBy(ada, ada, room));
    await feed.stops();
  },
);

test('a person’s session goes on for a day, over access tokens that run out, and each refresh token is kept before it is used', async () => {
  const { ada, ben } = await aCast(server);
  const room = await ada.creates('Days pass');
  await ben.joins(room);
  const kept = [ben.refreshToken];
  const chat = new Tertulia({
    url: server.url,
    session: { refreshToken: () => kept.at(-1) ?? '', keep: (refreshToken) => void kept.push(refreshToken) },
  });
  const feed = follows(chat);
  await feed.isOpen();
  for (let hour = 4; hour <= 24; hour += 4) {
    server.clock.advance({ minutes: 240 });
    // Over HTTP as well, where nothing else has renewed it: the feed is not cut off before the beat.
    const { viewer } = await chat.ask<Viewer, object>('{ viewer { user { username } } }', {});
    expect(viewer.user.username).toBe(ben.username);
    // What the server does every fifteen seconds; it hangs up where a token has run out.
    server.app.get(SocketServer).beat();
    const now = await Person.signsIn(server, ada.username);
    await now.says(`Hour ${String(hour)}`, room);
    await expect.poll(() => feed.heard.at(-1)).toBe(`Hour ${String(hour)}`);
  }
  expect(feed.heard).toHaveLength(6);
  expect(new Set(kept).size).toBe(kept.length);
  expect(kept.length).toBeGreaterThan(6);
  await feed.stops();
});

test.each(['socket', 'stream'] as const)(
  'over a %s a token that is revoked ends the feed, and says so',
  async (live) => {
    const { ada } = await aCast(server);
    const token = await makesToken(ada, await makesBot(ada));
    const feed = follows(new Tertulia({ url: server.url, token: token.secret, live }));
    await feed.isOpen();
    await revokesToken(ada, token);
    await expect(feed.ended).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  },
);

test('two programs with the name of one consumer: the newer one has it, and the older one ends', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const robot = await aBotIn(ada, room);
  const chat = () => new Tertulia({ url: server.url, token: robot.accessToken });
  const heard: string[] = [];
  const first = chat().consumeMessages('one', { handle: () => undefined });
  const refused = expect(first).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect.poll(async () => (await consumersOf(robot)).length).toBe(1);
  const stopping = new AbortController();
  const second = chat().consumeMessages('one', {
    signal: stopping.signal,
    handle: ({ event }) => {
      if (event?.message) heard.push(event.message.body);
    },
  });
  await refused;
  await ada.says('Who has it?', room);
  await expect.poll(() => heard).toEqual(['Who has it?']);
  stopping.abort();
  await second;
});

test('what a handler throws ends the feed, and what it was thrown for comes again; what may pass is tried again by itself', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const robot = await aBotIn(ada, room);
  const chat = new Tertulia({ url: server.url, token: robot.accessToken });
  const tries: string[] = [];
  const from = new Date(Date.now() - 60_000);
  await ada.says('Difficult', room);
  const difficult = (error: Error) =>
    chat.consumeMessages('difficult', {
      from,
      handle: ({ event }) => {
        if (!event?.message) return;
        tries.push(event.message.body);
        if (tries.length < 3) throw error;
        stopping.abort();
      },
      signal: stopping.signal,
    });
  const stopping = new AbortController();
  await expect(difficult(new Error('A mistake'))).rejects.toThrow('A mistake');
  await difficult(new TertuliaError('SERVICE_UNAVAILABLE', 'Not now'));
  expect(tries).toEqual(['Difficult', 'Difficult', 'Difficult']);
});

test('a handler that is slower than the feed holds a bounded number of items, and hears all of them', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const robot = await aBotIn(ada, room);
  const { viewer } = await robot.asks<{ viewer: { eventCursor: string } }>('{ viewer { eventCursor } }');
  const words = Array.from({ length: 1_200 }, (_, n) => `Word ${String(n)}`);
  await Promise.all(words.map((word) => ada.says(word, room)));
  const stopping = new AbortController();
  const heard: string[] = [];
  const letGo = Promise.withResolvers<null>();
  class Watched extends WebSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      this.addEventListener('close', () => {
        letGo.resolve(null);
      });
    }
  }
  await new Tertulia({ url: server.url, token: robot.accessToken, webSocket: Watched }).followMessages({
    after: viewer.eventCursor,
    signal: stopping.signal,
    handle: async ({ event }) => {
      // Until it has more than it holds, and lets go of the feed.
      await letGo.promise;
      if (event?.message) heard.push(event.message.body);
      if (heard.length === words.length) stopping.abort();
    },
  });
  expect(heard).toEqual(await saidBy(ada, ada, room));
});

test('who is here and who is typing is told as it is now, also after a connection that was lost', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const line = await FlakyLine.to(server);
  const told: string[][] = [];
  let broken = 0;
  const stopping = new AbortController();
  const session = { refreshToken: () => ada.refreshToken, keep: () => undefined };
  const chat = new Tertulia({ url: line.url, session, onTrouble: () => (broken += 1) });
  const watching = chat.watch<Presence, object>(
    'subscription ($id: ID!) { roomPresence(roomId: $id) { typing { username } } }',
    { id: room.id },
    {
      signal: stopping.signal,
      handle: ({ roomPresence }) => {
        told.push(roomPresence.typing.map(({ username }) => username));
      },
    },
  );
  await expect.poll(() => told.length).toBeGreaterThan(0);
  line.cut();
  await expect.poll(() => broken).toBe(1);
  const types = () => ben.asks('mutation ($id: ID!) { setTyping(input: { roomId: $id }) { ok } }', { id: room.id });
  // Again and again: what is typed is over after some seconds.
  await expect.poll(() => types().then(() => told.at(-1))).toEqual([ben.username]);
  stopping.abort();
  await watching;
});

test('where the server came back from a backup, the feed ends with that, or goes on from where its program says', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const robot = await aBotIn(ada, room);
  const archive = join(server.folder, 'backup.tar');
  await backUp(settingsIn(server.folder), archive);
  const feeds = [
    follows(new Tertulia({ url: server.url, token: robot.accessToken })),
    follows(new Tertulia({ url: server.url, token: robot.accessToken }), () => null),
  ] as const;
  for (const feed of feeds) await feed.isOpen();
  await ada.says('Lost with the disk', room);
  for (const feed of feeds) await expect.poll(() => feed.heard).toHaveLength(1);
  const refused = expect(feeds[0].ended).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
  await server.stop();
  await restore(settingsIn(server.folder), archive, { replace: true });
  const opened = feeds[1].opened;
  await server.restart();
  await refused;
  await expect.poll(() => feeds[1].opened).toBeGreaterThan(opened);
  await ada.says('After the restore', room);
  await expect.poll(() => feeds[1].heard).toEqual(['Lost with the disk', 'After the restore']);
  await feeds[1].stops();
});

interface Presence {
  readonly roomPresence: { readonly typing: readonly { readonly username: string }[] };
}

interface Viewer {
  readonly viewer: { readonly user: { readonly username: string } };
}

function follows(chat: Tertulia, onCursorExpired?: () => null) {
  const stopping = new AbortController();
  const heard: string[] = [];
  const feed = {
    heard,
    opened: 0,
    ended: chat.followMessages({
      signal: stopping.signal,
      ...(onCursorExpired && { onCursorExpired }),
      handle: ({ event, mark }) => {
        if (event?.message) heard.push(event.message.body);
        if (mark !== null) feed.opened += 1;
      },
    }),
    isOpen: () => expect.poll(() => feed.opened).toBeGreaterThan(0),
    stops: async () => {
      stopping.abort();
      await feed.ended;
    },
  };
  feed.ended.catch(() => undefined);
  onTestFinished(() => {
    stopping.abort();
  });
  return feed;
}
