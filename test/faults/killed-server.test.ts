import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { type FeedAnswer, itemOf, ROOM_EVENTS } from '../support/feed.js';
import { AnsweredWithErrors } from '../support/graphql.js';
import { Person, type RoomAnswer } from '../support/person.js';
import { aRoom } from '../support/room.js';
import { aSpawnedServer } from '../support/spawned-server.js';
import { wholeFeed } from '../support/whole-feed.js';

const server = await aSpawnedServer();
const KILLS = 3;
const MESSAGES_OF_EACH = 30;

it('whatever was acknowledged is there exactly once, in one dense order, though the server was killed again and again', async () => {
  const [ada, ben, cleo] = await Promise.all(['ada', 'ben', 'cleo'].map((name) => Person.registers(server, name)));
  if (!ada || !ben || !cleo) throw new Error('Three registered.');
  const room = await aRoom(ada, [ben, cleo]);
  const acknowledged: string[] = [];
  const killing = killAfterEach(acknowledged);
  const followed = followsUntil(ben, room, 'The end');
  await Promise.all([ada, ben, cleo].map((writer) => writesMuch(writer, room, acknowledged)));
  await killing;
  await ada.says('The end', room);

  expect(acknowledged).toHaveLength(3 * MESSAGES_OF_EACH);
  const items = await wholeFeed(ada, room.eventCursor, room);
  const sent = items.flatMap(({ event }) => (event?.message ? [event.message] : []));
  expect(sent.map(({ body }) => body).sort()).toEqual([...acknowledged, 'The end'].sort());
  expect(sent.map(({ number }) => number)).toEqual(range(sent.length));
  const seqs = items.flatMap(({ event }) => (event ? [event.seq] : []));
  expect(seqs).toEqual(range(sent.length + 3));
  expect(await followed).toEqual(seqs);
}, 120_000);

/** Kills the server after a random number of acknowledgements, some times over. */
async function killAfterEach(acknowledged: readonly string[]): Promise<void> {
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const wanted = (kill - 1) * 25 + randomInt(5, 25);
    await expect.poll(() => acknowledged.length, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(wanted);
    await server.killAndStart();
  }
}

/** Sends each message until it is acknowledged; the nonce makes it safe to send again. */
async function writesMuch(writer: Person, room: RoomAnswer, acknowledged: string[]): Promise<void> {
  for (let count = 1; count <= MESSAGES_OF_EACH; count += 1) {
    const body = `${writer.username} ${String(count)}`;
    await untilUp(() => writer.says(body, room, { nonce: body }));
    acknowledged.push(body);
  }
}

/** Follows the room with the last cursor, over sockets that die with the server; gives back every `seq` in the order in which it came. */
async function followsUntil(reader: Person, room: RoomAnswer, last: string): Promise<number[]> {
  const seqs: number[] = [];
  let after = room.eventCursor;
  return untilUp(async () => {
    const socket = await reader.opensSocket();
    const feed = socket.subscribes<FeedAnswer>(ROOM_EVENTS, { roomId: room.id, after });
    for (;;) {
      const { event, cursor } = itemOf(await feed.next());
      if (event) seqs.push(event.seq);
      after = cursor;
      if (event?.message?.body === last) {
        socket.cut();
        return seqs;
      }
    }
  });
}

/** Tries again after a line that broke, once the server is up; a refusal is no broken line. */
async function untilUp<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof AnsweredWithErrors) throw error;
      await server.isUp();
    }
  }
}

function range(to: number): number[] {
  return Array.from({ length: to }, (_, index) => index + 1);
}
