import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { Bus } from '#server/bus/index.js';
import type { LoggedEvent } from '#server/log/index.js';
import { PresenceService } from '#server/presence/index.js';
import { RoomAccess } from '#server/rooms/index.js';
import { aCast } from '../support/people/cast.js';
import { ROOM_EVENTS } from '../support/feeds/feed.js';
import { post } from '../support/requests/graphql.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { Socket, type Subscription } from '../support/sockets/socket.js';

const server = await aServer();

const PRESENCE = `subscription ($roomId: ID!) { roomPresence(roomId: $roomId) { hereCount here { id } typing { id } } }`;
const SET_TYPING = 'mutation ($id: ID!) { setTyping(input: { roomId: $id }) { ok } }';

interface Presence {
  readonly roomPresence: {
    readonly hereCount: number;
    readonly here: readonly { readonly id: string }[];
    readonly typing: readonly { readonly id: string }[];
  };
}

describe('who is here', () => {
  it('is whoever watches the room or follows its events, those who came last first', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await using adas = await ada.opensSocket();
    const seen = watch(adas, room);
    await seen.until(isHere(ada));
    await using bens = await ben.opensSocket();
    bens.subscribes(ROOM_EVENTS, { roomId: room.id });
    await seen.until(isHere(ben, ada));
    await using cleos = await cleo.opensSocket();
    watch(cleos, room);
    await seen.until(isHere(cleo, ben, ada));
  });

  it('counts two tabs of one person once, until the last one closes', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await using adas = await ada.opensSocket();
    const seen = watch(adas, room);
    const [first, second] = [await ben.opensSocket(), await ben.opensSocket()];
    await watch(first, room).next();
    await watch(second, room).next();
    await seen.until(isHere(ben, ada));
    first.cut();
    // Cleo comes after the cut: whoever sees her without Ben would have lost him by it.
    await using cleos = await cleo.opensSocket();
    watch(cleos, room);
    const frames = await seen.until(({ roomPresence }) => roomPresence.hereCount === 3);
    expect(frames.at(-1)?.roomPresence.here).toEqual([{ id: cleo.id }, { id: ben.id }, { id: ada.id }]);
    second.cut();
    await seen.until(isHere(cleo, ada));
  });

  it('is not whoever unsubscribed, or lost the room', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await using adas = await ada.opensSocket();
    const seen = watch(adas, room);
    await using bens = await ben.opensSocket();
    const ofBen = watch(bens, room);
    await using cleos = await cleo.opensSocket();
    cleos.subscribes(ROOM_EVENTS, { roomId: room.id });
    watch(cleos, room);
    await seen.until(({ roomPresence }) => roomPresence.hereCount === 3);
    ofBen.unsubscribe();
    await seen.until(isHere(cleo, ada));
    await ada.removes(cleo, room);
    await seen.until(isHere(ada));
  });

  it('is told in few frames, however often it changes in a moment', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await using adas = await ada.opensSocket();
    const seen = watch(adas, room);
    await seen.next();
    const presence = server.app.get(PresenceService);
    for (let count = 0; count < 100; count += 1) {
      const leave = presence.enter(room.id, ben.id);
      await setImmediate();
      leave();
      await setImmediate();
    }
    presence.enter(room.id, cleo.id);
    const frames = await seen.until(isHere(cleo, ada));
    expect(frames.length).toBeLessThan(20);
  });

  it('is for members alone', async () => {
    const { ada, otto } = await aCast(server);
    const [open, hidden] = [await aRoom(ada), await aRoom(ada, [], 'PRIVATE')];
    await using ottos = await otto.opensSocket();
    expect(await watch(ottos, open).refusal()).toBe('FORBIDDEN');
    expect(await watch(ottos, hidden).refusal()).toBe('NOT_FOUND');
    await using visitors = await Socket.open(server.url);
    expect(await watch(visitors, open).refusal()).toBe('UNAUTHENTICATED');
  });

  it('is not told to one who leaves while they are about to watch', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    const access = server.app.get(RoomAccess);
    const assertMember = access.assertMember.bind(access);
    vi.spyOn(access, 'assertMember').mockImplementationOnce(async (...asked) => {
      await assertMember(...asked);
      await ben.leaves(room);
    });
    await using bens = await ben.opensSocket();
    await watch(bens, room).completes();
  });

  it('begins with the state of now, in which whoever asks is here', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await using adas = await ada.opensSocket();
    await using bens = await ben.opensSocket();
    await watch(adas, room).next();
    expect((await watch(bens, room).next()).roomPresence.here).toEqual([{ id: ben.id }, { id: ada.id }]);
  });

  it('goes on for one who is back before their leaving was noticed', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await using adas = await ada.opensSocket();
    await watch(adas, room).next();
    const bus = server.app.get(Bus);
    const heard: LoggedEvent[] = [];
    const deafen = bus.listen((hint) => heard.push(hint));
    await ben.leaves(room);
    deafen();
    await ben.joins(room);
    await using bens = await ben.opensSocket();
    const seen = watch(bens, room);
    await seen.next();
    // From a bus between machines it may come late.
    for (const hint of heard) bus.publish(hint);
    await using cleos = await cleo.opensSocket();
    watch(cleos, room);
    await seen.until(isHere(cleo, ben, ada));
  });
});

describe('who is typing', () => {
  it('is told, and fades by itself', async () => {
    const { ada, ben } = await aCast(server);
    const room = await aRoom(ada, [ben]);
    await using adas = await ada.opensSocket();
    const seen = watch(adas, room);
    await ben.asks(SET_TYPING, { id: room.id });
    await seen.until(isTyping(ben));
    await seen.until(isTyping());
  });

  it('ends by sending, and by leaving', async () => {
    const { ada, ben, cleo } = await aCast(server);
    const room = await aRoom(ada, [ben, cleo]);
    await using adas = await ada.opensSocket();
    const seen = watch(adas, room);
    await ben.asks(SET_TYPING, { id: room.id });
    await seen.until(isTyping(ben));
    await ben.says('What I was typing', room);
    // Whoever types next is seen alone, long before Ben would have faded by himself.
    await cleo.asks(SET_TYPING, { id: room.id });
    expect(await typingWith(cleo, seen)).toEqual([{ id: cleo.id }]);
    await cleo.leaves(room);
    await ada.asks(SET_TYPING, { id: room.id });
    expect(await typingWith(ada, seen)).toEqual([{ id: ada.id }]);
  });

  it('in a room that nobody has open is kept no longer than it lasts', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const kept = Reflect.get(server.app.get(PresenceService), 'rooms') as ReadonlyMap<string, unknown>;
    await ada.asks(SET_TYPING, { id: room.id });
    expect(kept.has(room.id)).toBe(true);
    await ada.says('What I was typing', room);
    await vi.waitUntil(() => !kept.has(room.id));
  });

  it('is said by members alone', async () => {
    const { ada, otto } = await aCast(server);
    const [open, hidden] = [await aRoom(ada), await aRoom(ada, [], 'PRIVATE')];
    await otto.isRefused('FORBIDDEN', SET_TYPING, { id: open.id });
    await otto.isRefused('NOT_FOUND', SET_TYPING, { id: hidden.id });
    await otto.isRefused('NOT_FOUND', SET_TYPING, { id: 'no room' });
    const { errors } = await post(server.url, SET_TYPING, { id: open.id });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

function watch(socket: Socket, { id: roomId }: { id: string }): Subscription<Presence> {
  return socket.subscribes<Presence>(PRESENCE, { roomId });
}

function isHere(...people: readonly Person[]): (frame: Presence) => boolean {
  return ({ roomPresence: { here, hereCount } }) => hereCount === people.length && idsOf(here) === idsOf(people);
}

function isTyping(...people: readonly Person[]): (frame: Presence) => boolean {
  return ({ roomPresence: { typing } }) => idsOf(typing) === idsOf(people);
}

/** Who types in the first frame in which this person does. */
async function typingWith({ id }: Person, seen: Subscription<Presence>): Promise<Presence['roomPresence']['typing']> {
  const frames = await seen.until(({ roomPresence }) => roomPresence.typing.some((person) => person.id === id));
  return frames.at(-1)?.roomPresence.typing ?? [];
}

function idsOf(people: readonly { readonly id: string }[]): string {
  return people.map(({ id }) => id).join();
}
