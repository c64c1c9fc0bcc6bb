import { expect, it } from 'vitest';
import { DrippingSocket } from '../support/sockets/dripping-socket.js';
import { type FeedAnswer, itemOf, ROOM_EVENTS } from '../support/feeds/feed.js';
import { Person } from '../support/people/person.js';
import { RawSocket } from '../support/sockets/raw-socket.js';
import { aRoom } from '../support/people/room.js';
import { aSpawnedServer } from '../support/servers/spawned-server.js';

const server = await aSpawnedServer({ isProbed: true });

const MEBIBYTE = 1024 * 1024;
const MAX_GROWTH = 20 * MEBIBYTE;
const MESSAGES = 200;
const BETWEEN_LOOKS = 20;
const LONG = '茶'.repeat(8000);
/** A long message is a mebibyte in this selection. */
const COPIES = Array.from({ length: 44 }, (_, index) => `copy${String(index)}: body`).join(' ');
const BULKY = `subscription ($roomId: ID!) { roomEvents(roomId: $roomId) {
  cursor mark event { ... on MessageSent { message { number ${COPIES} } } } } }`;

it('two who hardly read cost the server nothing while 200 MB go to who does, and they miss nothing', async () => {
  const people = await register('ada', 'ben', 'cleo', 'otto');
  const [ada, ben, cleo, otto] = people;
  const room = await aRoom(ada, [ben, cleo, otto]);

  using quick = await RawSocket.acknowledged(server.url, ada.bearer);
  quick.says(bulkyOf(room));
  await quick.text();
  using stopped = await RawSocket.acknowledged(server.url, ben.bearer);
  stopped.says(bulkyOf(room));
  await stopped.text();
  stopped.pause();
  using dripping = await DrippingSocket.open(server.url);
  dripping.says({ type: 'connection_init', payload: cleo.bearer });
  await dripping.until('"connection_ack"}');
  dripping.says(bulkyOf(room));
  const opened = cursorIn(await dripping.until('}}}}'));
  await using ottos = await otto.opensSocket();
  const small = ottos.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id });
  await small.next();

  const look = await memoryLook();
  const writing = Promise.all(people.map((writer) => writes(writer, room, MESSAGES / people.length)));
  let bytes = 0;
  for (let number = 1; number <= MESSAGES; number += 1) {
    const text = await quick.text();
    bytes += Buffer.byteLength(text);
    expect(numberIn(text)).toBe(number);
    expect(itemOf(await small.next()).event?.message?.number).toBe(number);
    await dripping.drips();
    if (number % BETWEEN_LOOKS === 0) await look();
  }
  await writing;
  expect(bytes).toBeGreaterThan(200_000_000);

  stopped.resume();
  for (let number = 1; number <= MESSAGES; number += 1) {
    expect(numberIn(await stopped.text())).toBe(number);
    if (number % BETWEEN_LOOKS === 0) await look();
  }
  await using cleos = await cleo.opensSocket();
  const resumed = cleos.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after: opened });
  for (let number = 1; number <= MESSAGES; number += 1)
    expect(itemOf(await resumed.next()).event?.message?.number).toBe(number);
}, 120_000);

it('who stops reading costs no more with a hundred operations than with one', async () => {
  const [ada, ben, cleo, otto] = await register('ada.too', 'ben.too', 'cleo.too', 'otto.too');
  const room = await aRoom(ada, [ben, cleo, otto]);
  using stopped = await RawSocket.acknowledged(server.url, ben.bearer);
  for (let id = 1; id <= 100; id += 1) {
    stopped.says({ ...bulkyOf(room), id: String(id) });
    await stopped.text();
  }
  stopped.pause();
  await using cleos = await cleo.opensSocket();
  const small = cleos.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id });
  await small.next();
  const look = await memoryLook();
  await writes(ada, room, 10);
  for (let number = 1; number <= 10; number += 1)
    expect(itemOf(await small.next()).event?.message?.number).toBe(number);
  await look();
});

/** Looks, and expects that the server has not grown since the first look. */
async function memoryLook(): Promise<() => Promise<void>> {
  const before = await server.memory();
  return async () => {
    const { held } = await server.memory();
    expect(held - before.held).toBeLessThan(MAX_GROWTH);
  };
}

async function register(...names: [string, string, string, string]): Promise<[Person, Person, Person, Person]> {
  const [one, two, three, four] = names;
  return Promise.all([
    Person.registers(server, one),
    Person.registers(server, two),
    Person.registers(server, three),
    Person.registers(server, four),
  ]);
}

async function writes(writer: Person, room: { id: string }, messages: number): Promise<void> {
  for (let count = 0; count < messages; count += 1) await writer.says(LONG, room);
}

function bulkyOf({ id: roomId }: { id: string }) {
  return { type: 'subscribe', id: '1', payload: { query: BULKY, variables: { roomId } } };
}

/** Without reading the rest, which would measure the test. */
function numberIn(text: string): number {
  return Number(/"number":(\d+)/.exec(text.slice(0, 1000))?.[1]);
}

function cursorIn(text: string): string | undefined {
  return /"cursor":"([^"]+)"/.exec(text)?.[1];
}
