import { describe, expect, it } from 'vitest';
import { MessagesService } from '#server/messages/messages.service.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { aCast, type Cast } from '../support/people/cast.js';
import { ALL_EVENTS, type FeedAnswer, type FeedItem, PAGE_OF_EVENTS, readUntil } from '../support/feeds/feed.js';
import type { Person, RoomAnswer } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

describe('of a private room, Ben’s feed holds what happened while he was in it, and nothing else', () => {
  it('when he watches, replays or pages', async () => {
    const cast = await aCast(server);
    const start = await feedCursorOf(cast.ben);
    await using socket = await cast.ben.opensSocket();
    const live = socket.subscribes<FeedAnswer>(ALL_EVENTS, {});
    await readUntil(live, ({ mark }) => mark === 'OPENED');
    const room = await comingAndGoing(cast);
    const close = await cast.ben.creates(`After ${room.name}`);

    const watched = await readUntil(live, ({ event }) => event?.room?.id === close.id);
    const replayed = await replayAll(cast.ben, start);
    const paged = await pageAll(cast.ben, start);
    for (const items of [watched, replayed, paged]) {
      expect(storyOf(items, room, cast)).toEqual([
        'ben comes',
        'ada: Welcome, Ben',
        'ben: Thank you',
        'ben goes',
        'ben comes',
        'ada: Welcome back',
        'ben goes',
      ]);
    }
  });

  it('also when he subscribes between two stays, with a cursor of the first', async () => {
    const cast = await aCast(server);
    const room = await aRoom(cast.ada, [cast.ben], 'PRIVATE');
    const during = await feedCursorOf(cast.ben);
    await cast.ben.leaves(room);
    await cast.ada.says('Between', room);
    await using socket = await cast.ben.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, { after: during });
    const missed = await readUntil(feed, ({ mark }) => mark === 'CAUGHT_UP');
    await cast.ada.says('Still between', room);
    await cast.ada.adds(cast.ben, room);
    await cast.ada.says('After', room);
    const live = await readUntil(feed, ({ event }) => event?.message !== undefined);
    expect(storyOf([...missed, ...live], room, cast)).toEqual(['ben goes', 'ben comes', 'ada: After']);
  });

  it('also when thousands of events that are not for him lie between two that are', async () => {
    const cast = await aCast(server);
    const start = await feedCursorOf(cast.ben);
    const room = await aRoom(cast.ada, [cast.ben], 'PRIVATE');
    await cast.ada.says('Long ago', room);
    await writesMuch(cast.otto, { room: await aRoom(cast.otto), messages: 3000 });
    await cast.ada.says('Just now', room);
    for (const items of [await replayAll(cast.ben, start), await pageAll(cast.ben, start)])
      expect(storyOf(items, room, cast)).toEqual(['ben comes', 'ada: Long ago', 'ada: Just now']);
  });

  it('and Ada, who was there all the time, has all of it', async () => {
    const cast = await aCast(server);
    const start = await feedCursorOf(cast.ada);
    const room = await comingAndGoing(cast);
    expect(storyOf(await replayAll(cast.ada, start), room, cast)).toEqual([
      'ada comes',
      'ada: Before Ben',
      'ben comes',
      'ada: Welcome, Ben',
      'ben: Thank you',
      'ben goes',
      'ada: Between his stays',
      'ben comes',
      'ada: Welcome back',
      'ben goes',
      'ada: After Ben',
    ]);
  });
});

describe('Otto, who is in none of the rooms,', () => {
  it('sees nothing of them in any feed', async () => {
    const cast = await aCast(server);
    const start = await feedCursorOf(cast.otto);
    await using socket = await cast.otto.opensSocket();
    const live = socket.subscribes<FeedAnswer>(ALL_EVENTS, {});
    await readUntil(live, ({ mark }) => mark === 'OPENED');
    const open = await aRoom(cast.ada, [cast.ben]);
    await cast.ada.says('In public', open);
    await comingAndGoing(cast);
    const own = await cast.otto.creates(`Otto’s own ${open.name}`);

    const watched = await readUntil(live, ({ event }) => event?.roomId === own.id);
    for (const items of [watched, await replayAll(cast.otto, start), await pageAll(cast.otto, start)]) {
      expect(items.flatMap(({ event }) => event?.room?.id ?? [])).toEqual([own.id]);
      // That a public room is there, everybody may know; of a private one nobody is told.
      expect(items.flatMap(({ event }) => event?.roomId ?? [])).toEqual([open.id, own.id]);
    }
  });

  it('learns nothing from an older cursor of Ada’s', async () => {
    const cast = await aCast(server);
    const start = await feedCursorOf(cast.ada);
    await comingAndGoing(cast);
    expect(await replayAll(cast.otto, start)).toMatchObject([{ event: null, mark: 'CAUGHT_UP' }]);
  });
});

/** A private room where Ben stays twice, and something is said before, during, between and after. */
async function comingAndGoing({ ada, ben }: Cast): Promise<RoomAnswer> {
  const room = await aRoom(ada, [], 'PRIVATE');
  await ada.says('Before Ben', room);
  await ada.adds(ben, room);
  await ada.says('Welcome, Ben', room);
  await ben.says('Thank you', room);
  await ben.leaves(room);
  await ada.says('Between his stays', room);
  await ada.adds(ben, room);
  await ada.says('Welcome back', room);
  await ada.removes(ben, room);
  await ada.says('After Ben', room);
  return room;
}

/** What happened in one room, as a person would tell it. */
function storyOf(items: readonly FeedItem[], room: { id: string }, cast: Cast): string[] {
  const nameOf = (id: string | undefined) =>
    Object.entries<Person>({ ...cast }).find(([, person]) => person.id === id)?.[0] ?? 'nobody';
  return items.flatMap(({ event }) => {
    if (event?.room?.id !== room.id) return [];
    if (event.__typename === 'MemberJoined') return [`${nameOf(event.user?.id)} comes`];
    if (event.__typename === 'MemberLeft') return [`${nameOf(event.user?.id)} goes`];
    return [`${nameOf(event.actor?.id)}: ${event.message?.body ?? event.__typename}`];
  });
}

/** Straight to the service, many at a time: thousands of requests would only measure the test. */
async function writesMuch(writer: Person, { room, messages }: { room: RoomAnswer; messages: number }): Promise<void> {
  const actor = { userId: writer.id, sessionId: '', isGuest: false, expiresAt: new Date(8.64e15), bot: null };
  const service = server.app.get(MessagesService);
  const bodies = Array.from({ length: messages }, (_, index) => String(index));
  await Promise.all(bodies.map((body) => service.sendMessage(actor, { roomId: room.id, body })));
}

async function replayAll(reader: Person, after: string): Promise<FeedItem[]> {
  await using socket = await reader.opensSocket();
  return await readUntil(socket.subscribes<FeedAnswer>(ALL_EVENTS, { after }), ({ mark }) => mark === 'CAUGHT_UP');
}

async function pageAll(reader: Person, start: string): Promise<FeedItem[]> {
  const items: FeedItem[] = [];
  for (let after = start; items.at(-1)?.mark !== 'CAUGHT_UP'; after = items.at(-1)?.cursor ?? start) {
    items.push(...(await reader.asks<{ events: FeedItem[] }>(PAGE_OF_EVENTS, { after, first: 2 })).events);
  }
  return items;
}
