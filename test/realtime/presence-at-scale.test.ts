import { expect, it, vi } from 'vitest';
import { UsersService } from '#server/users/index.js';
import { aCast } from '../support/people/cast.js';
import { aCrowdIn, type Guest } from '../support/people/crowd.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import type { Socket, Subscription } from '../support/sockets/socket.js';

const server = await aServer();

const PRESENCE = `subscription ($roomId: ID!) { roomPresence(roomId: $roomId) { hereCount here { id } } }`;
const PEOPLE = 1000;
const AT_ONCE = 50;
const WATCHERS = 30;

interface Presence {
  readonly roomPresence: { readonly hereCount: number; readonly here: readonly { readonly id: string }[] };
}

interface Visit {
  readonly guest: Guest;
  readonly socket: Socket;
  readonly watch: Subscription<Presence>;
}

it('a thousand who come and go are one execution a second for the room, and one frame a second for each who watches', async () => {
  const { ada } = await aCast(server);
  const room = await aRoom(ada);
  const crowd = await aCrowdIn(server, room, PEOPLE);
  const sockets = await Promise.all(Array.from({ length: WATCHERS }, () => ada.opensSocket()));
  const watches = sockets.map((socket) => watch(socket, room));
  await Promise.all(watches.map((one) => one.next()));
  using executions = countExecutions();
  const began = performance.now();

  const stayed = await comeAndGo(crowd, room, () => watches.every(({ waiting }) => waiting >= 3));
  const isTrue = saysThatThereAre(stayed.length + 1, stayed);
  const frames = await Promise.all(watches.map((one) => one.until(isTrue)));
  const ofGuests = await Promise.all(stayed.map((visit) => visit.watch.until(isTrue)));

  // What begins and ends between two whole seconds is a state more.
  const most = Math.floor((performance.now() - began) / 1000) + 1;
  expect(executions.count()).toBeGreaterThan(2);
  expect(executions.count()).toBeLessThanOrEqual(most);
  for (const seen of [...frames, ...ofGuests]) expect(seen.length).toBeLessThanOrEqual(most);
  await Promise.all([...sockets, ...stayed.map(({ socket }) => socket)].map((socket) => socket.close()));
});

/** All come in, some at a time, more than once until it is enough; those who came before them go, and the last ones stay. */
async function comeAndGo(crowd: readonly Guest[], room: { id: string }, isEnough: () => boolean): Promise<Visit[]> {
  let inside: Visit[] = [];
  for (let turn = 0; turn < crowd.length / AT_ONCE || !isEnough(); turn += 1) {
    const before = inside;
    const from = (turn * AT_ONCE) % crowd.length;
    inside = await Promise.all(crowd.slice(from, from + AT_ONCE).map((guest) => comeIn(guest, room)));
    for (const { socket } of before) socket.cut();
  }
  return inside;
}

async function comeIn(guest: Guest, room: { id: string }): Promise<Visit> {
  const socket = await guest.opensSocket();
  return { guest, socket, watch: watch(socket, room) };
}

function watch(socket: Socket, { id: roomId }: { id: string }): Subscription<Presence> {
  return socket.subscribes<Presence>(PRESENCE, { roomId });
}

function saysThatThereAre(count: number, visits: readonly Visit[]): (frame: Presence) => boolean {
  const ids = new Set(visits.map(({ guest }) => guest.id));
  return ({ roomPresence: { here, hereCount } }) => hereCount === count && here.every(({ id }) => ids.has(id));
}

/** How often the people of a state were looked up, which every execution does once. */
function countExecutions(): { count(): number } & Disposable {
  const spy = vi.spyOn(server.app.get(UsersService), 'all');
  return {
    count: () => spy.mock.calls.length,
    [Symbol.dispose]: () => {
      spy.mockRestore();
    },
  };
}
