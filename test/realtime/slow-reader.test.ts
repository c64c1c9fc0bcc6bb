import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { type FeedAnswer, itemOf, ROOM_EVENTS } from '../support/feeds/feed.js';
import type { Person } from '../support/people/person.js';
import { RawSocket } from '../support/sockets/raw-socket.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { MessagesService } from '#server/messages/messages.service.js';

const server = await aServer();

const BODY = '茶'.repeat(2000);
const MESSAGES = 800;

/** About 120 kB for each message: much more than the network between two processes holds. */
const COPIES = Array.from({ length: 20 }, (_, index) => `copy${String(index)}: body`).join(' ');
const BULKY = `subscription ($roomId: ID!) { roomEvents(roomId: $roomId) {
  cursor live mark event { ... on MessageSent { message { number body ${COPIES} } } } } }`;

it('a reader who stops reading holds nobody up, costs nothing, and has everything in order afterwards', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  using slow = await RawSocket.acknowledged(server.url, ben.bearer);
  slow.says({ type: 'subscribe', id: '1', payload: { query: BULKY, variables: { roomId: room.id } } });
  expect(itemIn(await slow.next()).mark).toBe('OPENED');
  slow.pause();

  await using cleos = await cleo.opensSocket();
  const quick = cleos.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id });
  await quick.next();
  const writing = writesMuch(ada, room);
  for (let number = 1; number <= MESSAGES; number += 1)
    expect(itemOf(await quick.next()).event?.message?.number).toBe(number);
  await writing;

  slow.resume();
  const numbers: number[] = [];
  let fellBehind = false;
  let caughtUp = false;
  while (numbers.length < MESSAGES || (fellBehind && !caughtUp)) {
    const { event, mark, live } = itemIn(await slow.next());
    if (event?.message) numbers.push(event.message.number);
    if (!live) [fellBehind, caughtUp] = [true, false];
    if (mark === 'CAUGHT_UP') caughtUp = true;
  }
  expect(numbers).toEqual(Array.from({ length: MESSAGES }, (_, index) => index + 1));
  // Nothing was queued for the reader: what it missed came from the log.
  expect(fellBehind).toBe(true);
  await ada.says('Live again', room);
  expect(itemIn(await slow.next())).toMatchObject({ live: true, event: { message: { body: 'Live again' } } });
}, 120_000);

/** Straight to the service: thousands of requests would only measure the test. */
async function writesMuch(writer: Person, { id: roomId }: { id: string }): Promise<void> {
  const actor = { userId: writer.id, sessionId: '', isGuest: false, expiresAt: new Date(8.64e15), bot: null };
  const messages = server.app.get(MessagesService);
  for (let count = 0; count < MESSAGES; count += 1) {
    await messages.sendMessage(actor, { roomId, body: BODY });
    // As between requests: the server gets to its sockets.
    await setImmediate();
  }
}

function itemIn({ payload }: { payload?: unknown }): ReturnType<typeof itemOf> {
  return itemOf((payload as { data: FeedAnswer }).data);
}
