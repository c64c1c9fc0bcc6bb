import { expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { hearOutgoing } from '../support/sockets/outgoing.js';
import { aRoom } from '../support/people/room.js';
import { sendsTogether } from '../support/people/sends.js';
import { aServer } from '../support/servers/server.js';
import type { Subscription } from '../support/sockets/socket.js';

const server = await aServer();

const BODIES = `subscription ($roomId: ID!) { item: roomEvents(roomId: $roomId) { event { ... on MessageSent { message { body } } } } }`;
const SOCKETS = 10;

interface Item {
  readonly item: { readonly event: { readonly message?: { readonly body: string } } | null };
}

it('what is committed together goes out to each socket in one write, whatever it follows', async () => {
  const { ada, ben, cleo } = await aCast(server);
  const rooms = await Promise.all([aRoom(ada, [ben, cleo]), aRoom(ada, [ben, cleo])]);
  const written: string[] = [];
  const hearing = hearOutgoing((text) => {
    if (text.includes('"type":"next"')) written.push(text);
  });
  const sockets = await Promise.all(
    Array.from({ length: SOCKETS }, (_, n) => ([ben, cleo][n % 2] ?? ben).opensSocket()),
  );
  const feeds = sockets.flatMap((socket) => rooms.map(({ id }) => socket.subscribes<Item>(BODIES, { roomId: id })));
  await Promise.all(feeds.map((feed) => feed.next()));
  await sendsTogether(
    server,
    ada,
    rooms.map(({ id: roomId }) => ({ roomId, body: 'Before' })),
  );
  await Promise.all(feeds.map((feed) => feed.next()));
  written.length = 0;

  const bodies = Array.from({ length: 16 }, (_, n) => `Message ${String(n)}.`);
  await sendsTogether(
    server,
    ada,
    bodies.flatMap((body) => rooms.map(({ id: roomId }) => ({ roomId, body }))),
  );
  for (const feed of feeds) expect(await bodiesIn(feed, bodies.length)).toEqual(bodies);

  hearing[Symbol.dispose]();
  expect(written).toHaveLength(SOCKETS);
  for (const text of written) for (const body of bodies) expect(text.split(body)).toHaveLength(rooms.length + 1);
  await Promise.all(sockets.map((socket) => socket.close()));
});

async function bodiesIn(feed: Subscription<Item>, count: number): Promise<(string | undefined)[]> {
  const bodies: (string | undefined)[] = [];
  while (bodies.length < count) bodies.push((await feed.next()).item.event?.message?.body);
  return bodies;
}
