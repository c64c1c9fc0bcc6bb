import { describe, expect, it, vi } from 'vitest';
import { Streams } from '#server/feed/streams.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { aCast } from '../support/people/cast.js';
import { ALL_EVENTS, type FeedAnswer, itemOf, readUntil, ROOM_EVENTS } from '../support/feeds/feed.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

describe.each([
  ['roomEvents', ROOM_EVENTS],
  ['events', ALL_EVENTS],
] as const)('%s', (name, query) => {
  it('opens with a mark and goes on live, without a word of what was before', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.says('Before', room);
    await using socket = await ben.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(query, variablesOf(name, room));
    expect(itemOf(await feed.next())).toMatchObject({ mark: 'OPENED', event: null, live: true });
    await ada.says('After', room);
    expect(itemOf(await feed.next())).toMatchObject({ mark: null, live: true, event: { message: { body: 'After' } } });
  });

  it('replays what was missed, says when that was all, and goes on live', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const after = name === 'roomEvents' ? await roomCursorOf(ben, room) : await feedCursorOf(ben);
    await ada.says('One', room);
    await ada.says('Two', room);
    await using socket = await ben.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(query, { ...variablesOf(name, room), after });
    const replayed = await readUntil(feed, ({ mark }) => mark === 'CAUGHT_UP');
    await ada.says('Three', room);
    const items = [...replayed, itemOf(await feed.next())];
    expect(items.map(({ event, mark, live }) => [event?.message?.body, mark, live])).toEqual([
      ['One', null, false],
      ['Two', null, false],
      [undefined, 'CAUGHT_UP', true],
      ['Three', null, true],
    ]);
  });

  it('says after a silence that this is no fault, and can be resumed from there', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const elsewhere = await aRoom(otto);
    await using socket = await ben.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(query, variablesOf(name, room));
    const opened = itemOf(await feed.next());
    await otto.says('Not for Ben', elsewhere);
    await afterSeconds(20);
    await ada.says('For Ben', room);
    expect(itemOf(await feed.next())).toMatchObject({ event: { message: { body: 'For Ben' } } });
    await afterSeconds(24);
    expect(feed.waiting).toBe(0);
    await otto.says('Not for Ben either', elsewhere);
    await afterSeconds(26);
    const quiet = itemOf(await feed.next());
    expect(quiet).toMatchObject({ mark: 'QUIET', event: null, live: true });
    expect(quiet.cursor).not.toBe(opened.cursor);
    const again = socket.subscribes<FeedAnswer>(query, { ...variablesOf(name, room), after: quiet.cursor });
    expect(itemOf(await again.next())).toMatchObject({ mark: 'CAUGHT_UP', event: null });
  });

  it('can be resumed from a mark as from an event', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await using socket = await ben.opensSocket();
    const opened = itemOf(await socket.subscribes<FeedAnswer>(query, variablesOf(name, room)).next());
    await ada.says('Meanwhile', room);
    const feed = socket.subscribes<FeedAnswer>(query, { ...variablesOf(name, room), after: opened.cursor });
    const [missed, caughtUp] = await readUntil(feed, ({ mark }) => mark === 'CAUGHT_UP');
    expect(missed).toMatchObject({ event: { message: { body: 'Meanwhile' } } });
    const again = socket.subscribes<FeedAnswer>(query, { ...variablesOf(name, room), after: caughtUp?.cursor });
    expect(itemOf(await again.next())).toMatchObject({ mark: 'CAUGHT_UP', event: null });
  });

  it('has the same cursor for everybody at the same event', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    const after = name === 'roomEvents' ? room.eventCursor : await feedCursorOf(ada);
    await ada.says('Hello', room);
    const cursors = new Set<string | undefined>();
    for (const reader of [ada, ben, cleo]) {
      await using socket = await reader.opensSocket();
      const feed = socket.subscribes<FeedAnswer>(query, { ...variablesOf(name, room), after });
      cursors.add((await readUntil(feed, ({ event }) => event?.message?.body === 'Hello')).at(-1)?.cursor);
    }
    expect(cursors.size).toBe(1);
  });
});

/** Lets the server look at its clock so much later. */
async function afterSeconds(seconds: number): Promise<void> {
  const now = performance.now.bind(performance);
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + seconds * 1000);
  await server.app.get(Streams).tidy();
  clock.mockRestore();
}

function variablesOf(name: 'roomEvents' | 'events', { id: roomId }: { id: string }): Record<string, unknown> {
  return name === 'roomEvents' ? { roomId } : {};
}

async function roomCursorOf(reader: Person, { id }: { id: string }): Promise<string> {
  const { room } = await reader.asks<{ room: { eventCursor: string } }>(
    'query ($id: ID!) { room(id: $id) { eventCursor } }',
    { id },
  );
  return room.eventCursor;
}
