import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { feedCursorOf } from '../support/people/busy-room.js';
import { aCast } from '../support/people/cast.js';
import { countEncodings } from '../support/sockets/encodings.js';
import { ALL_EVENTS, type FeedAnswer, type FeedItem, readUntil, ROOM_EVENTS } from '../support/feeds/feed.js';
import { wholeFeed } from '../support/feeds/whole-feed.js';
import type { Person } from '../support/people/person.js';
import { opensDirect } from '../support/people/direct-rooms.js';
import { setsStatus, updatesProfile } from '../support/people/profiles.js';
import { aRoom } from '../support/people/room.js';
import { rounds } from '../support/chance/rounds.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

it('Ada’s new name is heard by herself and by Ben, who shares a room with her, live, replayed and in pages; by Otto never', async () => {
  const { ada, ben, otto } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  await aRoom(otto);
  const people = [ada, ben, otto];
  const starts = await Promise.all(people.map(feedCursorOf));
  await using sockets = new AsyncDisposableStack();
  const feeds = await Promise.all(
    people.map(async (who) => {
      const socket = sockets.use(await who.opensSocket());
      const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, {});
      await readUntil(feed, ({ mark }) => mark === 'OPENED');
      return feed;
    }),
  );
  await updatesProfile(ada, { displayName: 'Ada Lovelace' });
  // What changes nothing is no event.
  await updatesProfile(ada, { displayName: 'Ada Lovelace' });
  await setsStatus(ada, { text: 'Busy' });
  await setsStatus(ada, { text: 'Busy' });
  for (const who of [ada, otto]) await who.says('And now?', await aRoom(who));
  await ada.says('And now?', room);
  const isWord = ({ event }: FeedItem) => event?.message?.body === 'And now?';
  const changed = {
    __typename: 'UserChanged',
    actor: { id: ada.id },
    changed: { id: ada.id, displayName: 'Ada Lovelace' },
  };
  const told = [[changed, changed], [changed, changed], []];
  for (const [index, feed] of feeds.entries())
    expect(changesIn(await readUntil(feed, isWord))).toMatchObject(told[index] ?? []);
  for (const [index, who] of people.entries()) {
    const start = starts[index] ?? '';
    expect(changesIn(await replayed(who, start))).toMatchObject(told[index] ?? []);
    expect(changesIn(await wholeFeed(who, start))).toMatchObject(told[index] ?? []);
  }
  // Otto has Ada's cursor, and learns no more by it.
  expect(changesIn(await wholeFeed(otto, starts[0] ?? ''))).toEqual([]);
});

it('whoever has opened a conversation with Ada hears of her new name before anything is said there; Ada, who knows nothing of it, hears of nobody', async () => {
  const { ada, ben } = await aCast(server);
  await opensDirect(ben, [ada]);
  const starts = [await feedCursorOf(ada), await feedCursorOf(ben)] as const;
  await using socket = await ben.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, {});
  await readUntil(feed, ({ mark }) => mark === 'OPENED');
  await updatesProfile(ada, { displayName: 'Ada Lovelace' });
  await updatesProfile(ben, { displayName: 'Benjamin' });
  const live = await readUntil(
    feed,
    ({ event }) => event?.__typename === 'UserChanged' && event.changed?.id === ben.id,
  );
  expect(aboutWhom(live)).toEqual([ada.id, ben.id]);
  expect(aboutWhom(await replayed(ben, starts[1]))).toEqual([ada.id, ben.id]);
  expect(aboutWhom(await wholeFeed(ben, starts[1]))).toEqual([ada.id, ben.id]);
  expect(aboutWhom(await wholeFeed(ada, starts[0]))).toEqual([ada.id]);
});

it('the feed of one room tells nothing of it, so that old clients and bots meet nothing new there', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  await using socket = await ben.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id });
  await readUntil(feed, ({ mark }) => mark === 'OPENED');
  await updatesProfile(ada, { displayName: 'Ada Lovelace' });
  await ada.says('And now?', room);
  const items = await readUntil(feed, ({ event }) => event?.message !== undefined);
  expect(items.map(({ event }) => event?.__typename)).toEqual(['MessageSent']);
});

it('a message that is remembered with the old name is executed anew', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  const start = await feedCursorOf(ben);
  await ada.says('Hello', room);
  const query = `subscription ($after: Cursor) { events(after: $after) { mark event { ... on MessageSent { message { body author { displayName } } } } } }`;
  const replay = async (who: Person) => {
    await using socket = await who.opensSocket();
    const frames = await socket
      .subscribes<{ events: { mark: string | null } }>(query, { after: start })
      .until(({ events }) => events.mark === 'CAUGHT_UP');
    return JSON.stringify(frames);
  };
  await using watching = await cleo.opensSocket();
  // Somebody holds the operation, so that what was made of the event stays remembered.
  await watching
    .subscribes<{ events: { mark: string | null } }>(query, { after: start })
    .until(({ events }) => events.mark === 'CAUGHT_UP');
  expect(await replay(ben)).not.toContain('Ada Lovelace');
  await updatesProfile(ada, { displayName: 'Ada Lovelace' });
  expect(await replay(ben)).toContain('Ada Lovelace');
});

it('is executed once for all who hear of it', async () => {
  const { ada, ben, cleo, otto } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  await using sockets = new AsyncDisposableStack();
  const feeds = await Promise.all(
    [ada, ben, cleo, otto].map(async (who) => {
      const feed = sockets.use(await who.opensSocket()).subscribes<FeedAnswer>(ALL_EVENTS, {});
      await readUntil(feed, ({ mark }) => mark === 'OPENED');
      return feed;
    }),
  );
  // All of them have caught up, and go together.
  await ada.says('Ready?', room);
  await Promise.all(feeds.slice(0, 3).map((feed) => readUntil(feed, ({ event }) => event?.message !== undefined)));
  using encodings = countEncodings((value) => kindIn(value) === 'UserChanged');
  await updatesProfile(ada, { displayName: 'Ada Lovelace' });
  const isChange = ({ event }: FeedItem) => event?.__typename === 'UserChanged';
  await Promise.all(feeds.slice(0, 3).map((feed) => readUntil(feed, isChange)));
  expect(encodings.count()).toBe(1);
});

it(
  'is told, whatever people do, to those and only those who shared a room with whom it is about, or had opened a conversation with them: live, replayed and in pages alike',
  async () => {
    const step = fc.oneof(
      fc.record({ does: fc.constant('join' as const), who: fc.nat(3), where: fc.nat(2) }),
      fc.record({ does: fc.constant('leave' as const), who: fc.nat(3), where: fc.nat(2) }),
      fc.record({ does: fc.constant('open' as const), who: fc.nat(3), where: fc.nat(2) }),
      fc.record({ does: fc.constant('change' as const), who: fc.nat(3), where: fc.constant(0) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const { ada, ben, cleo, otto } = await aCast(server);
        const people = [ada, ben, cleo, otto];
        // Somebody else's, so that the last one may leave.
        const { ada: host } = await aCast(server);
        const rooms = [await aRoom(host), await aRoom(host), await aRoom(host)];
        const inside = rooms.map(() => new Set<Person>());
        // Whom each of them has opened a conversation with.
        const opened = new Map(people.map((person) => [person, new Set<Person>()]));
        await using sockets = new AsyncDisposableStack();
        const readers = await Promise.all(
          people.map(async (reader) => {
            const start = await feedCursorOf(reader);
            const feed = sockets.use(await reader.opensSocket()).subscribes<FeedAnswer>(ALL_EVENTS, {});
            await readUntil(feed, ({ mark }) => mark === 'OPENED');
            return { reader, start, feed, expected: [] as string[] };
          }),
        );
        for (const [index, { does, who, where }] of steps.entries()) {
          const [person, room, members] = [people[who], rooms[where], inside[where]];
          if (!person || !room || !members) throw new Error('Somebody is missing.');
          if (does === 'change') {
            await updatesProfile(person, { about: `Now for the ${String(index)}th time` });
            for (const { reader, expected } of readers) {
              const isShown = opened.get(reader)?.has(person) ?? false;
              const shares = isShown || inside.some((set) => set.has(person) && set.has(reader));
              if (reader === person || shares) expected.push(person.id);
            }
          } else if (does === 'open') {
            const other = people[(who + 1 + where) % people.length] ?? person;
            await opensDirect(person, [other]);
            opened.get(person)?.add(other);
          } else if (does === 'join' && !members.has(person)) {
            await person.joins(room);
            members.add(person);
          } else if (does === 'leave' && members.has(person)) {
            await person.leaves(room);
            members.delete(person);
          }
        }
        const last = await aRoom(host);
        for (const person of people) await person.joins(last);
        await host.says('That was it', last);
        const isLast = ({ event }: FeedItem) => event?.message?.body === 'That was it';
        for (const { reader, start, feed, expected } of readers) {
          expect(aboutWhom(await readUntil(feed, isLast))).toEqual(expected);
          expect(aboutWhom(await replayed(reader, start))).toEqual(expected);
          expect(aboutWhom(await wholeFeed(reader, start))).toEqual(expected);
        }
      }),
      { numRuns: rounds({ quick: 5, thorough: 60 }) },
    );
  },
  10 * 60_000,
);

function changesIn(items: readonly FeedItem[]) {
  return items.flatMap(({ event }) => (event?.__typename === 'UserChanged' ? [event] : []));
}

/** Of what is put into bytes. */
function kindIn(value: unknown): string | undefined {
  return (value as { data?: { events?: FeedItem } } | null)?.data?.events?.event?.__typename;
}

function aboutWhom(items: readonly FeedItem[]): (string | undefined)[] {
  return changesIn(items).map(({ changed }) => changed?.id);
}

async function replayed(who: Person, after: string): Promise<FeedItem[]> {
  await using socket = await who.opensSocket();
  return await readUntil(socket.subscribes<FeedAnswer>(ALL_EVENTS, { after }), ({ mark }) => mark === 'CAUGHT_UP');
}
