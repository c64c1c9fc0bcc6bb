import { expect, it } from 'vitest';
import { SocketServer } from '#server/api/sockets/socket-server.js';
import { aCast } from '../support/people/cast.js';
import { type FeedAnswer, type FeedItem, itemOf, ROOM_EVENTS } from '../support/feeds/feed.js';
import { monotonicClock } from '../support/chance/monotonic-clock.js';
import type { Person } from '../support/people/person.js';
import { RawSocket } from '../support/sockets/raw-socket.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { ServerEnd } from '../support/sockets/server-end.js';

const server = await aServer();

/** A long message is a megabyte in the bulky selection: a dozen are more than the network between two processes holds. */
const LONG = '茶'.repeat(8000);
const DOZEN = Array.from({ length: 12 }, (_, index) => index + 1);
const COPIES = Array.from({ length: 44 }, (_, index) => `copy${String(index)}: body`).join(' ');
const BULKY = `subscription ($roomId: ID!, $after: Cursor) { roomEvents(roomId: $roomId, after: $after) {
  cursor live mark event { ... on MessageSent { message { number body ${COPIES} } } } } }`;

it('whoever takes nothing for a minute is closed with 1013, alone, and resumes to have everything once', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  using clock = monotonicClock();
  const slow = await aReaderOf(room, ben);
  using socket = slow.client;
  await using cleos = await cleo.opensSocket();
  const quick = cleos.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id });
  await quick.next();

  socket.pause();
  await saysMuch(ada, room);
  await slow.end.fills();
  for (const body of ['Two', 'Three']) await ada.says(body, room);
  clock.advance(59);
  beat();
  // Answered behind the ping's own answer.
  await cleos.subscribes('{ viewer { eventCursor } }').next();
  expect(slow.end.isFull).toBe(true);
  clock.advance(2);
  beat();
  const { written } = slow.end;
  await ada.says('Four', room);
  socket.resume();
  expect(await socket.closed).toBe(1013);
  // Behind the goodbye nothing may come.
  expect(slow.end.written).toBe(written);

  const read = (await socket.rest()).map(itemIn);
  using again = await RawSocket.acknowledged(server.url, ben.bearer);
  subscribe(again, room, read.at(-1)?.cursor);
  while (read.at(-1)?.mark !== 'CAUGHT_UP') read.push(itemIn(await again.next()));
  expect(numbersIn(read)).toEqual([...DOZEN, 13, 14, 15]);
  const others = await quick.until((answer) => itemOf(answer).event?.message?.body === 'Four');
  expect(numbersIn(others.map(itemOf))).toEqual([...DOZEN, 13, 14, 15]);
});

it('whoever reads on within the minute, again and again, is not closed', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  using clock = monotonicClock();
  const { client, end } = await aReaderOf(room, ben);
  using socket = client;
  for (const round of [0, 1, 2]) {
    socket.pause();
    await saysMuch(ada, room);
    await end.fills();
    clock.advance(50);
    beat();
    socket.resume();
    for (const number of DOZEN) expect(await numberOfNext(socket)).toBe(round * DOZEN.length + number);
    await end.drains();
  }
});

it('whoever has just read on is given the time to answer a ping', async () => {
  const { ada, ben } = await aCast(server);
  const room = await aRoom(ada, [ben]);
  const { client, end } = await aReaderOf(room, ben);
  using socket = client;
  socket.pause();
  await saysMuch(ada, room);
  await end.fills();
  beat();
  socket.resume();
  await end.drains();
  beat();
  for (const number of DOZEN) expect(await numberOfNext(socket)).toBe(number);
  await ada.says('Still there?', room);
  expect(await numberOfNext(socket)).toBe(DOZEN.length + 1);
});

it('whoever asks on and on and reads nothing is not listened to until they read, and then answered', async () => {
  const { ada, ben } = await aCast(server);
  const { client, end } = await ServerEnd.of(() => RawSocket.acknowledged(server.url, ada.bearer));
  using socket = client;
  socket.pause();
  const text = 'x'.repeat(100_000);
  for (let count = 0; count < 400; count += 1) socket.says({ type: 'ping', payload: { text, count } });
  await end.fills();
  // The server gets to its sockets, and hears what it will hear.
  for (let turn = 0; turn < 50; turn += 1) await ben.asks('{ viewer { eventCursor } }');
  expect(end.waiting).toBeLessThan(1_000_000);
  socket.resume();
  for (let count = 0; count < 400; count += 1)
    expect(await socket.next()).toMatchObject({ type: 'pong', payload: { count } });
});

it('whoever ends a subscription that they do not read hears of it no more', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  // Follows the room throughout, so that the room's feed goes on without Ben.
  await using cleos = await cleo.opensSocket();
  await cleos.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id }).next();
  const { client, end } = await aReaderOf(room, ben);
  using socket = client;
  socket.pause();
  await saysMuch(ada, room);
  await end.fills();
  await end.hears(() => {
    socket.says({ type: 'complete', id: 'bulky' });
  });
  socket.says({ type: 'subscribe', id: 'small', payload: { query: ROOM_EVENTS, variables: { roomId: room.id } } });
  socket.resume();
  let frame = await socket.next();
  // What was under way already; a dozen would be all of it.
  for (let number = 1; frame.id === 'bulky'; number += 1, frame = await socket.next()) {
    expect(itemIn(frame).event?.message?.number).toBe(number);
    expect(number).toBeLessThan(DOZEN.length);
  }
  expect(itemIn(frame).mark).toBe('OPENED');
  const numbers = [1, 2, 3, 4, 5].map((further) => DOZEN.length + further);
  for (const number of numbers) await ada.says(`Number ${String(number)}`, room);
  for (const number of numbers) {
    frame = await socket.next();
    expect(frame.id).toBe('small');
    expect(itemIn(frame).event?.message?.number).toBe(number);
  }
});

async function saysMuch(person: Person, room: { id: string }): Promise<void> {
  for (const body of DOZEN.map(() => LONG)) await person.says(body, room);
}

/** The number of the next message; marks are passed over. */
async function numberOfNext(socket: RawSocket): Promise<number> {
  for (;;) {
    const number = itemIn(await socket.next()).event?.message?.number;
    if (number !== undefined) return number;
  }
}

async function aReaderOf(room: { id: string }, reader: Person) {
  const opened = await ServerEnd.of(() => RawSocket.acknowledged(server.url, reader.bearer));
  subscribe(opened.client, room);
  expect(itemIn(await opened.client.next()).mark).toBe('OPENED');
  return opened;
}

function subscribe(socket: RawSocket, { id: roomId }: { id: string }, after?: string): void {
  socket.says({ type: 'subscribe', id: 'bulky', payload: { query: BULKY, variables: { roomId, after } } });
}

function beat(): void {
  server.app.get(SocketServer).beat();
}

function itemIn({ payload }: { payload?: unknown }): FeedItem {
  return itemOf((payload as { data: FeedAnswer }).data);
}

function numbersIn(items: readonly FeedItem[]): number[] {
  return items.flatMap(({ event }) => event?.message?.number ?? []);
}
