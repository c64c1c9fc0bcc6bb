import { setImmediate } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Streams } from '#server/feed/streams.js';
import { consume } from '../../examples/consume.js';
import { deletesAccount } from '../support/people/account-deletion.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { aCast } from '../support/people/cast.js';
import {
  ACKNOWLEDGE,
  acknowledges,
  CONSUME,
  type Consuming,
  consumerOf,
  consumersOf,
  consumes,
  DELETE_CONSUMER,
  deletesConsumer,
  makesConsumer,
  wordsIn,
} from '../support/feeds/consumer.js';
import type { FeedItem } from '../support/feeds/feed.js';
import { hasOwnEvents } from '../support/feeds/own-events.js';
import { wholeFeed } from '../support/feeds/whole-feed.js';
import { deletesRoom, isSwept } from '../support/people/looking-after.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { countEncodings } from '../support/sockets/encodings.js';
import type { Socket } from '../support/sockets/socket.js';

const server = await aServer();

describe('a consumer', () => {
  it('begins now, and is given what happens until it says that it was handled', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.says('Before', room);
    await using socket = await ben.opensSocket();
    const first = consumes(socket, 'echo');
    expect(await first.next()).toMatchObject({ mark: 'OPENED', event: null });
    await ada.says('One', room);
    await ada.says('Two', room);
    const [one] = await first.until(isWord('Two'));
    await acknowledges(ben, 'echo', placeOf(one));
    first.unsubscribe();

    await ada.says('Three', room);
    const again = await consumes(socket, 'echo').untilCaughtUp();
    expect(wordsIn(again)).toEqual(['Two', 'Three']);
    expect(again.map(({ live }) => live)).toEqual([false, false, true]);
  });

  it('stands where it stood after the server started again', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await makesConsumer(ben, 'echo');
    await ada.says('One', room);
    await ada.says('Two', room);
    {
      await using socket = await ben.opensSocket();
      const items = await consumes(socket, 'echo').untilCaughtUp();
      expect(wordsIn(items)).toEqual(['One', 'Two']);
      await acknowledges(ben, 'echo', placeOf(items[0]));
    }
    await server.restart();
    await using socket = await ben.opensSocket();
    expect(wordsIn(await consumes(socket, 'echo').untilCaughtUp())).toEqual(['Two']);
  });

  it('is one of several that do not know of each other, and nobody else’s', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    for (const name of ['one', 'other']) await makesConsumer(ben, name);
    await makesConsumer(otto, 'one');
    await ada.says('Hello', room);
    await acknowledges(ben, 'one', { cursor: await feedCursorOf(ben) });
    expect((await consumersOf(ben)).map(({ name, lag }) => [name, lag])).toEqual([
      ['one', 0],
      ['other', 1],
    ]);
    expect((await consumersOf(otto)).map(({ lag }) => lag)).toEqual([0]);
    expect(await consumersOf(ada)).toEqual([]);
    await using ottos = await otto.opensSocket();
    expect(wordsIn(await consumes(ottos, 'one').untilCaughtUp())).toEqual([]);
    await otto.isRefused('NOT_FOUND', ACKNOWLEDGE, { input: { consumer: 'other', cursor: await feedCursorOf(ben) } });
    await deletesConsumer(otto, 'other');
    expect(await consumerOf(ben, 'other')).toMatchObject({ lag: 1 });
  });

  it('sees what the feed shows: its rooms while its account was there, and nothing of a room that was deleted', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const [kept, left, gone] = [await aRoom(ada, [ben]), await aRoom(ada, [ben]), await aRoom(ada, [ben])];
    const start = await feedCursorOf(ben);
    await makesConsumer(ben, 'echo');
    for (const room of [kept, left, gone]) await ada.says('Hello', room);
    await ben.leaves(left);
    await ada.says('After he left', left);
    await ben.joins(left);
    const slip = await ada.says('A slip', kept);
    await ada.deletes(slip);
    await cleo.joins(kept);
    await deletesRoom(ada, gone);
    await using socket = await ben.opensSocket();
    const items = await consumes(socket, 'echo').untilCaughtUp();
    expect(idsIn(items)).toEqual(idsIn(await wholeFeed(ben, start)));
    expect(wordsIn(items)).not.toContain('After he left');
    expect(wordsIn(items)).not.toContain('A slip');
    expect(items.filter(({ event }) => event?.room?.id === gone.id)).toEqual([]);
  });
});

it('the example handles again what it was handling when it died, and nothing that it had acknowledged', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  await makesConsumer(ben, 'echo');
  for (const body of ['One', 'Two', 'Three']) await ada.says(body, room);
  const client = createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${ben.accessToken}` },
  });
  const handled: unknown[] = [];
  const dies = consume(client, 'echo', ({ message }) => {
    handled.push(message?.body);
    return message?.body === 'Two' ? Promise.reject(new Error('Died.')) : Promise.resolve();
  });
  await expect(dies).rejects.toThrow('Died.');
  void consume(client, 'echo', ({ message }) => Promise.resolve(void handled.push(message?.body))).catch(
    () => undefined,
  );
  await expect.poll(() => handled).toEqual(['One', 'Two', 'Two', 'Three']);
  await client.dispose();
});

describe('the place of a consumer', () => {
  it('moves forward alone, and by whatever connection says so', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const phone = await Person.signsIn(server, ben.username);
    await makesConsumer(ben, 'echo');
    for (const body of ['One', 'Two', 'Three']) await ada.says(body, room);
    await using socket = await ben.opensSocket();
    const [one, two] = await consumes(socket, 'echo').untilCaughtUp();
    const there = await acknowledges(phone, 'echo', placeOf(two));
    expect(there).toMatchObject({ cursor: two?.cursor, lag: 1, isConnected: true });
    server.clock.advance({ seconds: 10 });
    expect(await acknowledges(ben, 'echo', placeOf(one))).toEqual(there);
    expect(await acknowledges(ben, 'echo', placeOf(two))).toEqual(there);
  });

  it('is acknowledged with a mark as well, so that a filter that matches nothing moves on', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await makesConsumer(ben, 'echo');
    await ada.says('One', room);
    await using socket = await ben.opensSocket();
    const nothing = await consumes(socket, 'echo', { filter: { types: [] } }).untilCaughtUp();
    expect(nothing).toHaveLength(1);
    await acknowledges(ben, 'echo', placeOf(nothing[0]));
    expect(wordsIn(await consumes(socket, 'echo').untilCaughtUp())).toEqual([]);
  });

  it('goes past what was not delivered, where somebody acknowledges further', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await makesConsumer(ben, 'echo');
    for (const body of ['One', 'Two', 'Three']) await ada.says(body, room);
    await using socket = await ben.opensSocket();
    const slow = consumes(socket, 'echo', { inFlight: 1 });
    expect(wordsIn([await slow.next()])).toEqual(['One']);
    await acknowledges(ben, 'echo', { cursor: await feedCursorOf(ben) });
    await ada.says('Four', room);
    expect(wordsIn(await slow.until(isWord('Four')))).toEqual(['Four']);
  });

  it('is one in the log still where the event there was of a room that is deleted by now', async () => {
    const { ada, ben } = await aCast(server);
    const [room, gone] = [await aRoom(ada, [ben]), await aRoom(ada, [ben])];
    await makesConsumer(ben, 'echo');
    await ada.says('Soon gone', gone);
    await acknowledges(ben, 'echo', { cursor: await feedCursorOf(ben) });
    await ada.says('One', room);
    await deletesRoom(ada, gone);
    await isSwept(server);
    await using socket = await ben.opensSocket();
    const items = await consumes(socket, 'echo').untilCaughtUp();
    expect(wordsIn(items)).toEqual(['One']);
    expect(items.map(({ event }) => event?.__typename)).toContain('RoomDeleted');
  });

  it('is none of another feed, of no feed, or of a consumer that is not there', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await makesConsumer(ben, 'echo');
    await ada.says('One', room);
    const { eventCursor } = (
      await ben.asks<{ room: { eventCursor: string } }>('query ($id: ID!) { room(id: $id) { eventCursor } }', {
        id: room.id,
      })
    ).room;
    const before = await consumerOf(ben, 'echo');
    for (const cursor of [eventCursor, 'x'])
      expect(await ben.isRefused('BAD_CURSOR', ACKNOWLEDGE, { input: { consumer: 'echo', cursor } })).toMatchObject({
        extensions: { field: 'cursor' },
      });
    const cursor = await feedCursorOf(ben);
    for (const consumer of ['other', '', 'no\u0000thing'])
      await ben.isRefused('NOT_FOUND', ACKNOWLEDGE, { input: { consumer, cursor } });
    expect(await consumerOf(ben, 'echo')).toEqual(before);
  });

  it('begins with a moment of the past, as far as the log goes, and only where there was no consumer', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.says('Long ago', room);
    server.clock.advance({ minutes: 5 });
    const from = server.clock.now();
    for (const body of ['One', 'Two']) await ada.says(body, room);
    await using socket = await ben.opensSocket();
    expect(wordsIn(await consumes(socket, 'since', { from }).untilCaughtUp())).toEqual(['One', 'Two']);
    const never = new Date(0);
    const all = await consumes(socket, 'all', { from: never }).untilCaughtUp();
    expect(wordsIn(all)).toEqual(['Long ago', 'One', 'Two']);
    await acknowledges(ben, 'all', placeOf(all.at(-1)));
    expect(wordsIn(await consumes(socket, 'all', { from: never }).untilCaughtUp())).toEqual([]);
    const tomorrow = new Date(server.clock.now().getTime() + 86_400_000);
    expect(wordsIn(await consumes(socket, 'later', { from: tomorrow }).untilCaughtUp())).toEqual([]);
  });
});

describe('what is in flight', () => {
  it('is never more than was allowed: the next event waits for an acknowledgement, in a replay and live', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await makesConsumer(ben, 'echo');
    for (const body of ['One', 'Two', 'Three', 'Four']) await ada.says(body, room);
    await using socket = await ben.opensSocket();
    const slow = consumes(socket, 'echo', { inFlight: 2 });
    const [one, two] = [await slow.next(), await slow.next()];
    expect(wordsIn([one, two])).toEqual(['One', 'Two']);
    await settles(socket);
    expect(slow.waiting).toBe(0);
    await acknowledges(ben, 'echo', placeOf(one));
    const three = await slow.next();
    expect(wordsIn([three])).toEqual(['Three']);
    await settles(socket);
    expect(slow.waiting).toBe(0);
    await acknowledges(ben, 'echo', placeOf(three));
    expect(wordsIn(await slow.untilCaughtUp())).toEqual(['Four']);

    for (const body of ['Five', 'Six']) await ada.says(body, room);
    const five = await slow.next();
    await settles(socket);
    expect(slow.waiting).toBe(0);
    await acknowledges(ben, 'echo', placeOf(five));
    expect(wordsIn([five, await slow.next()])).toEqual(['Five', 'Six']);
  });

  it('is shown as it is when there is room for it', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await makesConsumer(ben, 'echo');
    const first = await ada.says('One', room);
    const slip = await ada.says('A slip', room);
    await using socket = await ben.opensSocket();
    const slow = consumes(socket, 'echo', { inFlight: 1 });
    const one = await slow.next();
    expect(one.event?.message?.id).toBe(first.id);
    await settles(socket);
    await ada.deletes(slip);
    await acknowledges(ben, 'echo', placeOf(one));
    expect((await slow.next()).event?.message).toMatchObject({ id: slip.id, body: '' });
  });

  it('is silent for half a minute at most, also while it waits', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await makesConsumer(ben, 'echo');
    for (const body of ['One', 'Two']) await ada.says(body, room);
    await using socket = await ben.opensSocket();
    const slow = consumes(socket, 'echo', { inFlight: 1 });
    const one = await slow.next();
    await settles(socket);
    await after(15, async () => {
      await settles(socket);
      expect(slow.waiting).toBe(0);
    });
    await after(26, async () => {
      expect(await slow.next()).toMatchObject({ mark: 'QUIET', event: null, cursor: one.cursor });
    });
    // One that has caught up as well, and its mark is behind what it does not want.
    const live = consumes(socket, 'picky', { filter: { types: ['MemberJoined'] } });
    const opened = await live.next();
    await ada.says('Three', room);
    const later = await after(26, () => live.next());
    expect(later).toMatchObject({ mark: 'QUIET' });
    expect(later.cursor).not.toBe(opened.cursor);
    await acknowledges(ben, 'picky', later);
    expect(await consumerOf(ben, 'picky')).toMatchObject({ lag: 0, cursor: later.cursor });
  });
});

describe('a filter', () => {
  it.each([
    ['types', { types: ['MessageEdited', 'FutureEvent'] }, ['One, edited']],
    ['types that nobody knows', { types: ['FutureEvent', 'no\u0000thing'] }, []],
    ['mentions', { mentionsViewer: true }, ['@ben', '@room']],
    ['what others did', { types: ['MessageSent'], notByViewer: true }, ['One, edited', '@ben', '@room']],
    ['nothing', {}, ['One, edited', 'Mine', '@ben', '@room', 'One, edited']],
  ])('passes %s alone, live and replayed alike, and what is left out is not executed', async (_, filter, words) => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await makesConsumer(ben, 'replayed');
    await using socket = await ben.opensSocket();
    const live = consumes(socket, 'live', { filter });
    await live.next();
    using encodings = countEncodings(holdsEvent);
    const one = await ada.says('One', room);
    await ben.says('Mine', room);
    await ada.says(`@${ben.username}`, room);
    await ada.says('@room', room);
    await ada.edits(one, 'One, edited');
    const readable = words.map((word) => word.replace('@ben', `@${ben.username}`));
    const again = await consumes(socket, 'replayed', { filter }).untilCaughtUp();
    expect(wordsIn(again)).toEqual(readable);
    const told: FeedItem[] = [];
    while (told.length < idsIn(again).length) told.push(await live.next());
    expect(idsIn(told)).toEqual(idsIn(again));
    await settles(socket);
    expect(live.waiting).toBe(0);
    expect(encodings.count()).toBe(2 * told.length);
  });

  it('and a name may be other ones: what two want with one operation is executed once for both', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await using bens = await ben.opensSocket();
    await using cleos = await cleo.opensSocket();
    const his = consumes(bens, 'his', { filter: { types: ['MessageSent'] } });
    const hers = consumes(cleos, 'hers', { inFlight: 3 });
    for (const one of [his, hers]) await one.next();
    using encodings = countEncodings(holdsEvent);
    await ada.says('For both', room);
    for (const one of [his, hers]) expect(wordsIn([await one.next()])).toEqual(['For both']);
    expect(encodings.count()).toBe(1);
  });

  it('passes what happens in some rooms, and no others’', async () => {
    const { ada, ben, otto } = await aCast(server);
    const [here, there, elsewhere] = [await aRoom(ada, [ben]), await aRoom(ada, [ben]), await aRoom(otto)];
    await makesConsumer(ben, 'echo');
    for (const room of [here, there]) await ada.says(room.name, room);
    await otto.says('Not for Ben', elsewhere);
    await using socket = await ben.opensSocket();
    const filter = { roomIds: [here.id, elsewhere.id, 'x'] };
    expect(wordsIn(await consumes(socket, 'echo', { filter }).untilCaughtUp())).toEqual([here.name]);
  });

  it('may be another one each time, and counts for how far the consumer is behind', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await makesConsumer(ben, 'echo', { filter: { types: ['MessageEdited'] } });
    const one = await ada.says('One', room);
    await ada.says('Two', room);
    expect(await consumerOf(ben, 'echo')).toMatchObject({ lag: 0, isConnected: false });
    await ada.edits(one, 'One, edited');
    expect(await consumerOf(ben, 'echo')).toMatchObject({ lag: 1 });
    await using socket = await ben.opensSocket();
    await consumes(socket, 'echo').untilCaughtUp();
    expect(await consumerOf(ben, 'echo')).toMatchObject({ lag: 3, isConnected: true });
  });
});

describe('how far a consumer is behind', () => {
  it('is counted up to ten thousand', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await makesConsumer(ben, 'all');
    await makesConsumer(ben, 'picky', { filter: { types: ['MessageSent'] } });
    await hasOwnEvents(server, ben, 10_050);
    await ada.says('After all that', room);
    expect(await consumerOf(ben, 'all')).toMatchObject({ lag: 10_000 });
    expect(await consumerOf(ben, 'picky')).toMatchObject({ lag: 1 });
    // Further back than what is kept in memory.
    await using socket = await ben.opensSocket();
    const filter = { types: ['MessageSent'] };
    expect(wordsIn(await consumes(socket, 'picky', { filter }).untilCaughtUp())).toEqual(['After all that']);
    const far = consumes(socket, 'all', { inFlight: 1000 });
    const first: FeedItem[] = [];
    while (first.length < 1000) first.push(await far.next());
    await settles(socket);
    expect(far.waiting).toBe(0);
    await acknowledges(ben, 'all', placeOf(first.at(-1)));
    expect(idsIn(first)).not.toContain((await far.next()).event?.id);
  });
});

describe('of two who consume under one name', () => {
  it('the newer one takes over, and the older is told and given nothing any more', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await using first = await ben.opensSocket();
    await using second = await ben.opensSocket();
    const older = consumes(first, 'echo');
    expect(await older.next()).toMatchObject({ mark: 'OPENED' });
    const newer = consumes(second, 'echo');
    expect(await newer.next()).toMatchObject({ mark: 'CAUGHT_UP' });
    expect(await older.refusal()).toBe('CONFLICT');
    await ada.says('One', room);
    expect(wordsIn([await newer.next()])).toEqual(['One']);
    await settles(first);
    expect(older.waiting).toBe(0);
    expect(await consumerOf(ben, 'echo')).toMatchObject({ isConnected: true });
    newer.unsubscribe();
    await expect.poll(() => consumerOf(ben, 'echo')).toMatchObject({ isConnected: false });
  });

  it('the newer one takes over from one that is dead, without waiting for it', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await makesConsumer(ben, 'echo');
    await ada.says('One', room);
    const dead = await ben.opensSocket();
    await consumes(dead, 'echo').untilCaughtUp();
    dead.pause();
    await using socket = await ben.opensSocket();
    expect(wordsIn(await consumes(socket, 'echo').untilCaughtUp())).toEqual(['One']);
    dead.cut();
    expect(await consumerOf(ben, 'echo')).toMatchObject({ isConnected: true });
  });

  it('one of many that come at once is left, and is given everything', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await ada.says('Before', room);
    const sockets = await Promise.all(Array.from({ length: 8 }, () => ben.opensSocket()));
    const all = sockets.map((socket) => consumes(socket, 'echo'));
    let ended = 0;
    const outcomes = await Promise.all(all.map(endOrWord));
    expect(outcomes.filter((outcome) => outcome === 'CONFLICT')).toHaveLength(7);
    expect(outcomes.filter((outcome) => outcome === 'Hello')).toHaveLength(1);
    expect(await consumersOf(ben)).toHaveLength(1);
    for (const socket of sockets) await socket.close();

    async function endOrWord(consuming: Consuming): Promise<string | undefined> {
      for (;;) {
        const outcome = await consuming.nextOrRefusal();
        if (typeof outcome === 'string') {
          ended += 1;
          if (ended === 7) await ada.says('Hello', room);
          return outcome;
        }
        if (outcome.event) return outcome.event.message?.body;
      }
    }
  });
});

describe('a consumer is refused', () => {
  it('to visitors and guests', async () => {
    const { ada } = await aCast(server);
    const guest = await Person.entersAsGuest(server, 'Gus who listens');
    const room = await aRoom(ada);
    await guest.joins(room);
    await using socket = await guest.opensSocket();
    expect(await consumes(socket, 'echo').refusal()).toBe('FORBIDDEN');
    expect(await consumersOf(guest)).toEqual([]);
  });

  it.each([
    ['a name that is empty', { name: '' }, 'name'],
    ['a name that is too long', { name: 'x'.repeat(65) }, 'name'],
    ['a name with blanks', { name: 'my bot' }, 'name'],
    ['a name with what no database takes', { name: 'a\u0000b' }, 'name'],
    ['nothing in flight', { name: 'echo', inFlight: 0 }, 'inFlight'],
    ['too much in flight', { name: 'echo', inFlight: 1001 }, 'inFlight'],
    ['too many types', { name: 'echo', filter: { types: Array.from({ length: 101 }, String) } }, 'filter'],
    ['too many rooms', { name: 'echo', filter: { roomIds: Array.from({ length: 501 }, String) } }, 'filter'],
  ])('for %s', async (_, variables, field) => {
    const { ada } = await aCast(server);
    await using socket = await ada.opensSocket();
    const { errors } = await socket.subscribes(CONSUME, variables).answer();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    expect(await consumersOf(ada)).toEqual([]);
  });

  it('where an account has twenty, until one is deleted', async () => {
    const { ada } = await aCast(server);
    await using socket = await ada.opensSocket();
    for (let n = 1; n <= 20; n += 1) await consumes(socket, `number-${String(n)}`).next();
    expect(await consumes(socket, 'one-more').refusal()).toBe('CONFLICT');
    expect(await consumersOf(ada)).toHaveLength(20);
    await deletesConsumer(ada, 'number-7');
    expect(await consumes(socket, 'one-more').next()).toMatchObject({ mark: 'OPENED' });
  });
});

describe('a consumer that is deleted', () => {
  it('ends who is connected, and forgets its place', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await makesConsumer(ben, 'echo');
    await ada.says('One', room);
    await using socket = await ben.opensSocket();
    const consuming = consumes(socket, 'echo');
    const items = await consuming.untilCaughtUp();
    await deletesConsumer(ben, 'echo');
    expect(await consuming.refusal()).toBe('NOT_FOUND');
    expect(await consumerOf(ben, 'echo')).toBeNull();
    await ben.isRefused('NOT_FOUND', ACKNOWLEDGE, { input: { consumer: 'echo', ...placeOf(items[0]) } });
    await deletesConsumer(ben, 'echo');
    await ben.asks(DELETE_CONSUMER, { name: 'no\u0000thing' });
    expect(await consumes(socket, 'echo').next()).toMatchObject({ mark: 'OPENED' });
  });

  it('goes with its account', async () => {
    const { ben } = await aCast(server);
    await using socket = await ben.opensSocket();
    await consumes(socket, 'echo').next();
    await deletesAccount(ben);
    expect(await socket.closed).toBe(4401);
  });
});

function isWord(body: string): (item: FeedItem) => boolean {
  return ({ event }) => event?.message?.body === body;
}

function placeOf(item: FeedItem | undefined): { cursor: string } {
  return { cursor: item?.cursor ?? '' };
}

function idsIn(items: readonly FeedItem[]): string[] {
  return items.flatMap(({ event }) => event?.id ?? []);
}

function holdsEvent(value: unknown): boolean {
  const { data } = Object(value) as { data?: { consume?: { event: unknown } } };
  return data?.consume?.event != null;
}

/** The server has answered on the same socket, and its event loop has come round some times: what it was about to deliver has arrived. */
async function settles(socket: Socket): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  await socket.subscribes('{ viewer { eventCursor } }').answer();
}

/** Has the server look after those who have been silent, while it takes the time for so many seconds later. */
async function after<T>(seconds: number, doing: () => Promise<T>): Promise<T> {
  const now = performance.now.bind(performance);
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + seconds * 1000);
  try {
    await server.app.get(Streams).tidy();
    return await doing();
  } finally {
    clock.mockRestore();
  }
}
