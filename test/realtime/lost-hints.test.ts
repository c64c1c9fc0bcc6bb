import { expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { type FeedAnswer, itemOf, readUntil, ROOM_EVENTS } from '../support/feeds/feed.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { spoilBus } from '../support/feeds/spoilt-bus.js';

const server = await aServer();

it('what a lost hint was about comes with the next, and not to those who came after it', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const room = await aRoom(ada, [ben, cleo]);
  await using bens = await ben.opensSocket();
  const early = bens.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id });
  expect(itemOf(await early.next()).mark).toBe('OPENED');
  const restoreBus = spoilBus(server, ['lost']);
  await ada.says('Nobody was told', room);
  await using cleos = await cleo.opensSocket();
  const late = cleos.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id });
  expect(itemOf(await late.next()).mark).toBe('OPENED');
  restoreBus();
  await ada.says('Everybody is told', room);

  expect(bodiesIn(await readUntil(early, isTheLast))).toEqual(['Nobody was told', 'Everybody is told']);
  expect(bodiesIn(await readUntil(late, isTheLast))).toEqual(['Everybody is told']);
});

function isTheLast({ event }: ReturnType<typeof itemOf>): boolean {
  return event?.message?.body === 'Everybody is told';
}

function bodiesIn(items: readonly ReturnType<typeof itemOf>[]): (string | undefined)[] {
  return items.map(({ event }) => event?.message?.body);
}
