import { expect, it } from 'vitest';
import { aBusyRoom, feedCursorOf } from '../support/people/busy-room.js';
import { aCast } from '../support/people/cast.js';
import {
  ALL_EVENTS,
  type FeedAnswer,
  type FeedItem,
  PAGE_OF_EVENTS,
  readUntil,
  ROOM_EVENTS,
} from '../support/feeds/feed.js';
import { post } from '../support/requests/graphql.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

it('a page is never empty: with nothing new it is the mark that says so', async () => {
  const { ben } = await aCast(server);
  const after = await feedCursorOf(ben);
  expect(await pageOf(ben, { after })).toMatchObject([{ event: null, mark: 'CAUGHT_UP' }]);
});

it('`first` counts events, and the mark comes with the page where nothing more follows', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const after = await feedCursorOf(ben);
  for (const body of ['One', 'Two', 'Three']) await ada.says(body, room);
  const shapeOf = (items: readonly FeedItem[]) => items.map(({ event, mark }) => event?.message?.body ?? mark);
  expect(shapeOf(await pageOf(ben, { after, first: 2 }))).toEqual(['One', 'Two']);
  expect(shapeOf(await pageOf(ben, { after, first: 3 }))).toEqual(['One', 'Two', 'Three']);
  expect(shapeOf(await pageOf(ben, { after, first: 4 }))).toEqual(['One', 'Two', 'Three', 'CAUGHT_UP']);
  expect(shapeOf(await pageOf(ben, { after }))).toEqual(['One', 'Two', 'Three', 'CAUGHT_UP']);
});

it('pages of any size, one after the other, hold what the subscriptions replay', async () => {
  const cast = await aCast(server);
  const { room, roomStart, feedStart } = await aBusyRoom(cast);
  await using socket = await cast.ben.opensSocket();
  for (const first of [1, 3, 7, 100]) {
    const ofRoom = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after: roomStart });
    expect(await allPages(cast.ben, roomStart, { first, roomId: room.id })).toEqual(await eventsOf(ofRoom));
    const ofAll = socket.subscribes<FeedAnswer>(ALL_EVENTS, { after: feedStart });
    expect(await allPages(cast.ben, feedStart, { first })).toEqual(await eventsOf(ofAll));
  }
});

it('a job that pages with the last cursor has everything that others write meanwhile, once', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  const start = await feedCursorOf(ben);
  const others: { writing: boolean } = { writing: true };
  const writers = Promise.all(
    [ada, cleo].map(async (writer) => {
      for (let count = 0; count < 15; count += 1) await writer.says(String(count), room);
    }),
  ).finally(() => (others.writing = false));
  const seqs: number[] = [];
  let after = start;
  for (let caughtUp = false; others.writing || !caughtUp;) {
    // Of a page that was read while somebody wrote, nobody knows whether it was the last.
    const mayBeTheLast = !others.writing;
    const items = await pageOf(ben, { after, first: 4 });
    seqs.push(...items.flatMap(({ event }) => (event?.seq === undefined ? [] : [event.seq])));
    caughtUp = items.at(-1)?.mark === 'CAUGHT_UP' && mayBeTheLast;
    after = items.at(-1)?.cursor ?? after;
  }
  await writers;
  expect(seqs).toEqual(Array.from({ length: 30 }, (_, index) => index + 4));
});

it('of one room, a page is for its members alone', async () => {
  const { ada, otto } = await aCast(server);
  const [open, hidden] = [await aRoom(ada), await aRoom(ada, [], 'PRIVATE')];
  await otto.isRefused('FORBIDDEN', PAGE_OF_EVENTS, { after: open.eventCursor, roomId: open.id });
  await otto.isRefused('NOT_FOUND', PAGE_OF_EVENTS, { after: hidden.eventCursor, roomId: hidden.id });
  await otto.isRefused('NOT_FOUND', PAGE_OF_EVENTS, { after: open.eventCursor, roomId: 'no room' });
  const visitor = await post(server.url, PAGE_OF_EVENTS, { after: open.eventCursor, roomId: open.id });
  expect(visitor.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect((await pageOf(ada, { after: open.eventCursor, roomId: open.id })).length).toBe(2);
});

it('a page has 1 to 100 events', async () => {
  const { ben } = await aCast(server);
  const after = await feedCursorOf(ben);
  for (const first of [0, -1, 101]) {
    expect(await ben.isRefused('BAD_USER_INPUT', PAGE_OF_EVENTS, { after, first })).toMatchObject({
      extensions: { field: 'first' },
    });
  }
});

async function pageOf(reader: Person, variables: Record<string, unknown>): Promise<FeedItem[]> {
  return (await reader.asks<{ events: FeedItem[] }>(PAGE_OF_EVENTS, variables)).events;
}

async function allPages(reader: Person, start: string, more: Record<string, unknown>): Promise<unknown[]> {
  const items: FeedItem[] = [];
  for (let after = start; items.at(-1)?.mark !== 'CAUGHT_UP'; after = items.at(-1)?.cursor ?? start)
    items.push(...(await pageOf(reader, { ...more, after })));
  return items.flatMap(({ event }) => (event ? [event] : []));
}

async function eventsOf(feed: Parameters<typeof readUntil>[0]): Promise<unknown[]> {
  return (await readUntil(feed, ({ mark }) => mark === 'CAUGHT_UP')).flatMap(({ event }) => (event ? [event] : []));
}
