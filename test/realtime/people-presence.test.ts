import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import type { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { Socket, type Subscription } from '../support/sockets/socket.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();

const PRESENCE = 'subscription ($ids: [ID!]!) { presence(userIds: $ids) { onlineIds } }';

interface Presence {
  readonly presence: { readonly onlineIds: readonly string[] };
}

describe('who is online', () => {
  it('is whoever has a live connection, of those whom one asks for: one subscription for all of them', async () => {
    const { ada, ben, cleo } = await aCast(server);
    await aRoom(ada, [ben, cleo]);
    await using sockets = new AsyncDisposableStack();
    await using adas = await ada.opensSocket();
    const seen = watch(adas, [ada, ben, cleo]);
    await seen.until(isOnline(ada));
    sockets.use(await ben.opensSocket());
    await seen.until(isOnline(ada, ben));
    const cleos = await cleo.opensSocket();
    await seen.until(isOnline(ada, ben, cleo));
    cleos.cut();
    await seen.until(isOnline(ada, ben));
  });

  it('is not away for a reload, and only once the last window is closed', async () => {
    const { ada, ben, cleo } = await aCast(server);
    await aRoom(ada, [ben, cleo]);
    await using adas = await ada.opensSocket();
    const first = await ben.opensSocket();
    const seen = watch(adas, [ben, cleo]);
    await seen.until(isOnline(ben));
    // Cleo comes while Ben is between two connections, and goes once he is back.
    first.cut();
    const cleos = await cleo.opensSocket();
    const frames = await seen.until(({ presence }) => presence.onlineIds.includes(cleo.id));
    const windows = [await ben.opensSocket(), await ben.opensSocket()];
    windows[0]?.cut();
    cleos.cut();
    frames.push(...(await seen.until(({ presence }) => !presence.onlineIds.includes(cleo.id))));
    expect(frames.every(({ presence }) => presence.onlineIds.includes(ben.id))).toBe(true);
    windows[1]?.cut();
    await seen.until(isOnline());
  });

  it('is told of nobody with whom one shares no room, from the moment that it is so', async () => {
    const { ada, ben, otto } = await aCast(server);
    const room = await aRoom(ada);
    await using adas = await ada.opensSocket();
    await using sockets = new AsyncDisposableStack();
    for (const who of [ben, otto]) sockets.use(await who.opensSocket());
    const seen = watch(adas, [ben, otto]);
    expect((await seen.next()).presence.onlineIds).toEqual([]);
    await ben.joins(room);
    const frames = await seen.until(isOnline(ben));
    expect(frames.some(({ presence }) => presence.onlineIds.includes(otto.id))).toBe(false);
    await ada.removes(ben, room);
    await seen.until(isOnline());
  });

  it('is nobody where they do not exist', async () => {
    const { ada } = await aCast(server);
    await using adas = await ada.opensSocket();
    const seen = adas.subscribes<Presence>(PRESENCE, { ids: [randomUUID(), 'nobody', ''] });
    expect((await seen.next()).presence.onlineIds).toEqual([]);
  });

  it('is asked of up to 200 people, and by nobody who is not signed in', async () => {
    const { ada } = await aCast(server);
    await using adas = await ada.opensSocket();
    const many = Array.from({ length: 201 }, () => randomUUID());
    expect(await adas.subscribes(PRESENCE, { ids: many }).refusal()).toBe('BAD_USER_INPUT');
    expect((await adas.subscribes<Presence>(PRESENCE, { ids: many.slice(1) }).next()).presence.onlineIds).toEqual([]);
    await using visitors = await Socket.open(server.url);
    expect(await visitors.subscribes(PRESENCE, { ids: [ada.id] }).refusal()).toBe('UNAUTHENTICATED');
  });
});

function watch(socket: Socket, people: readonly Person[]): Subscription<Presence> {
  return socket.subscribes<Presence>(PRESENCE, { ids: people.map(({ id }) => id) });
}

function isOnline(...people: readonly Person[]) {
  return ({ presence }: Presence): boolean => presence.onlineIds.join() === people.map(({ id }) => id).join();
}
