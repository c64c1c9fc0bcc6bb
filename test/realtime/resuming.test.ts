import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBusyRoom, feedCursorOf } from '../support/people/busy-room.js';
import { aCast } from '../support/people/cast.js';
import { ALL_EVENTS, type FeedAnswer, type FeedEvent, itemOf, readUntil, ROOM_EVENTS } from '../support/feeds/feed.js';
import { type Feed, followWithCuts } from '../support/feeds/follower.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

describe.each(['roomEvents', 'events'] as const)('a reader of %s whose line breaks', (name) => {
  it('resumes to the same list, wherever in a busy room it broke', async () => {
    const cast = await aCast(server);
    const { room, roomStart, feedStart, last } = await aBusyRoom(cast);
    const feed = feedNamed(name, room);
    const start = name === 'roomEvents' ? roomStart : feedStart;
    const isLast = ({ message }: FeedEvent) => message?.id === last.id;

    const whole = await replay(cast.ben, feed, start);
    expect(whole.length).toBeGreaterThanOrEqual(name === 'roomEvents' ? 14 : 13);
    for (let cut = 1; cut <= whole.length; cut += 1) {
      const pieces = [cut];
      const list = await followWithCuts(cast.ben, feed, start, () => pieces.shift() ?? Infinity, isLast);
      expect(list).toEqual(whole);
    }
    expect(await followWithCuts(cast.ben, feed, start, () => 1, isLast)).toEqual(whole);
  });

  it('sees each thing once and in order while three people write at once', async () => {
    const { ada, ben, cleo } = await aCast(server);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 20, maxLength: 20 }), async (pieces) => {
        const left = [...pieces];
        const room = await aRoom(ada, [ben, cleo]);
        const feed = feedNamed(name, room);
        const start = name === 'roomEvents' ? room.eventCursor : await feedCursorOf(ben);
        const writing = Promise.all([ada, ben, cleo].map((writer) => writesMuch(writer, room)));
        const finished = writing.then(() => ada.says('The end', room));
        const list = await followWithCuts(
          ben,
          feed,
          start,
          () => left.shift() ?? 3,
          ({ message }) => message?.body === 'The end',
        );
        await finished;
        expect(list).toEqual(await replay(ben, feed, start));
        expect(seqsOf(list, room)).toEqual(range(name === 'roomEvents' ? 1 : 4, 34));
      }),
      { numRuns: 3 },
    );
  }, 60_000);

  it('goes on where it was after the server started anew', async () => {
    const cast = await aCast(server);
    const { room, roomStart, feedStart, last } = await aBusyRoom(cast);
    const feed = feedNamed(name, room);
    const start = name === 'roomEvents' ? roomStart : feedStart;
    const whole = await replay(cast.ben, feed, start);

    const socket = await cast.ben.opensSocket();
    const subscription = socket.subscribes<FeedAnswer>(feed.query, { ...feed.variables, after: start });
    const first = await readUntil(subscription, ({ event }) => event?.seq === 7);
    await server.restart();
    expect(await socket.closed).toBe(1001);
    const after = first.at(-1)?.cursor ?? '';
    const rest = await followWithCuts(
      cast.ben,
      feed,
      after,
      () => Infinity,
      ({ message }) => message?.id === last.id,
    );
    expect([...eventsOf(first), ...rest]).toEqual(whole);

    await using anew = await cast.ben.opensSocket();
    const live = anew.subscribes<FeedAnswer>(feed.query, { ...feed.variables, after: start });
    await readUntil(live, ({ mark }) => mark === 'CAUGHT_UP');
    await cast.ada.says('We are back', room);
    expect(itemOf(await live.next()).event).toMatchObject({ seq: 15, message: { body: 'We are back' } });
  });
});

it('a reader who resumes with nothing new is told so at once, and not a thing twice', async () => {
  const cast = await aCast(server);
  const { room, roomStart } = await aBusyRoom(cast);
  await using socket = await cast.ben.opensSocket();
  const items = await readUntil(
    socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after: roomStart }),
    ({ mark }) => mark === 'CAUGHT_UP',
  );
  for (const { cursor } of items.slice(-2)) {
    const [only] = await readUntil(
      socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after: cursor }),
      () => true,
    );
    expect(only).toMatchObject({ event: null, mark: 'CAUGHT_UP' });
  }
});

function feedNamed(name: 'roomEvents' | 'events', room: { id: string }): Feed {
  return name === 'roomEvents'
    ? { query: ROOM_EVENTS, variables: { roomId: room.id } }
    : { query: ALL_EVENTS, variables: {} };
}

async function replay(reader: Person, { query, variables }: Feed, after: string): Promise<FeedEvent[]> {
  await using socket = await reader.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(query, { ...variables, after });
  return eventsOf(await readUntil(feed, ({ mark }) => mark === 'CAUGHT_UP'));
}

function eventsOf(items: readonly { event: FeedEvent | null }[]): FeedEvent[] {
  return items.flatMap(({ event }) => (event ? [event] : []));
}

async function writesMuch(writer: Person, room: { id: string }): Promise<void> {
  for (let count = 0; count < 10; count += 1) await writer.says(`${writer.username} ${String(count)}`, room);
}

function seqsOf(events: readonly FeedEvent[], room: { id: string }): number[] {
  return events.flatMap((event) => (event.room?.id === room.id ? (event.seq ?? []) : []));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
