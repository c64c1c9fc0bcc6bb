import { describe, expect, it, vi } from 'vitest';
import { MembershipPeriods } from '#server/rooms/index.js';
import { aCast, type Cast } from '../support/people/cast.js';
import { ALL_EVENTS, type FeedAnswer, type FeedItem, itemOf, readUntil, ROOM_EVENTS } from '../support/feeds/feed.js';
import type { RoomAnswer } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import type { Subscription } from '../support/sockets/socket.js';

const server = await aServer();
const PRESENCE = 'subscription ($roomId: ID!) { roomPresence(roomId: $roomId) { hereCount } }';

const WAYS_OUT: Record<string, (cast: Cast, room: RoomAnswer) => Promise<void>> = {
  'when Ben leaves': ({ ben }, room) => ben.leaves(room),
  'when Ada puts Ben out': ({ ada, ben }, room) => ada.removes(ben, room),
};

describe.each(Object.entries(WAYS_OUT))('%s', (_, goOut) => {
  it('each of his subscriptions to the room delivers that, and completes', async () => {
    const cast = await aCast(server);
    const room = await aRoom(cast.ada, [cast.ben, cast.cleo]);
    await using socket = await cast.ben.opensSocket();
    await using otherTab = await cast.ben.opensSocket();
    const feeds = [
      socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id }),
      socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after: room.eventCursor }),
      otherTab.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id }),
    ];
    for (const feed of feeds) await readUntil(feed, isCaughtUp);
    await goOut(cast, room);
    await cast.ada.says('He is gone', room);
    for (const feed of feeds) {
      expect(itemOf(await feed.next()).event).toMatchObject({ __typename: 'MemberLeft', user: { id: cast.ben.id } });
      await feed.completes();
    }
  });

  it('those who stay are told, and go on', async () => {
    const cast = await aCast(server);
    const room = await aRoom(cast.ada, [cast.ben, cast.cleo]);
    await using socket = await cast.cleo.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id });
    await readUntil(feed, isCaughtUp);
    await goOut(cast, room);
    await cast.ada.says('He is gone', room);
    expect(itemOf(await feed.next()).event).toMatchObject({ __typename: 'MemberLeft', user: { id: cast.ben.id } });
    expect(itemOf(await feed.next()).event).toMatchObject({ message: { body: 'He is gone' } });
  });

  it('his feed of all rooms goes on without that room', async () => {
    const cast = await aCast(server);
    const [lost, kept] = [await aRoom(cast.ada, [cast.ben]), await aRoom(cast.ada, [cast.ben])];
    await using socket = await cast.ben.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, {});
    await readUntil(feed, isCaughtUp);
    await goOut(cast, lost);
    await cast.ada.says('Behind his back', lost);
    await cast.ada.says('Hello, Ben', kept);
    expect(itemOf(await feed.next()).event).toMatchObject({ __typename: 'MemberLeft', room: { id: lost.id } });
    expect(itemOf(await feed.next()).event).toMatchObject({ room: { id: kept.id }, message: { body: 'Hello, Ben' } });
  });

  it('he watches no more who is there', async () => {
    const cast = await aCast(server);
    const room = await aRoom(cast.ada, [cast.ben]);
    await using socket = await cast.ben.opensSocket();
    const presence = socket.subscribes<unknown>(PRESENCE, { roomId: room.id });
    await presence.next();
    await goOut(cast, room);
    await presence.completes();
  });

  it('he cannot subscribe again', async () => {
    const cast = await aCast(server);
    const [open, hidden] = [await aRoom(cast.ada, [cast.ben]), await aRoom(cast.ada, [cast.ben], 'PRIVATE')];
    for (const [room, code] of [
      [open, 'FORBIDDEN'],
      [hidden, 'NOT_FOUND'],
    ] as const) {
      await goOut(cast, room);
      await using socket = await cast.ben.opensSocket();
      expect(await socket.subscribes(ROOM_EVENTS, { roomId: room.id }).refusal()).toBe(code);
      expect(await socket.subscribes(ROOM_EVENTS, { roomId: room.id, after: room.eventCursor }).refusal()).toBe(code);
      expect(await socket.subscribes(PRESENCE, { roomId: room.id }).refusal()).toBe(code);
    }
  });

  it('a subscription that he opens after coming back replays past his going', async () => {
    const cast = await aCast(server);
    const room = await aRoom(cast.ada, [cast.ben]);
    await goOut(cast, room);
    await cast.ada.adds(cast.ben, room);
    await using socket = await cast.ben.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after: room.eventCursor });
    const types = (await readUntil(feed, isCaughtUp)).map(({ event }) => event?.__typename);
    expect(types).toEqual(['MemberJoined', 'MemberJoined', 'MemberLeft', 'MemberJoined', undefined]);
    await cast.ada.says('Welcome back', room);
    expect(itemOf(await feed.next()).event).toMatchObject({ message: { body: 'Welcome back' } });
  });

  it('he is out also where that happens while he is about to subscribe', async () => {
    const cast = await aCast(server);
    const room = await aRoom(cast.ada, [cast.ben], 'PRIVATE');
    const membershipPeriods = server.app.get(MembershipPeriods);
    const current = membershipPeriods.current.bind(membershipPeriods);
    vi.spyOn(membershipPeriods, 'current').mockImplementationOnce(async (...asked) => {
      const stay = await current(...asked);
      await goOut(cast, room);
      return stay;
    });
    await using socket = await cast.ben.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id });
    await endsWithoutASecret(feed, async () => cast.ada.says('A secret', room));
  });
});

function isCaughtUp({ mark }: FeedItem): boolean {
  return mark === 'CAUGHT_UP' || mark === 'OPENED';
}

/** Either the subscription is refused, or it ends: what is said afterwards is not in it. */
async function endsWithoutASecret(feed: Subscription<FeedAnswer>, saySecret: () => Promise<unknown>): Promise<void> {
  try {
    await readUntil(feed, ({ mark }) => mark === 'OPENED');
    await saySecret();
    await readUntil(feed, ({ event }) => event?.__typename === 'MemberLeft');
    await feed.completes();
  } catch (refused) {
    expect(String(refused)).toMatch(/NOT_FOUND/);
  }
}
