import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ALL_EVENTS, type FeedAnswer, readUntil } from '../support/feeds/feed.js';
import { picture, upload } from '../support/files/uploads.js';
import { databaseIn, expectDense, expectSound } from '../support/oracle/stored.js';
import { orphansIn } from '../support/oracle/stored-files.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { DELETE_ROOM } from '../support/people/looking-after.js';
import { Person, type RoomAnswer } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aSpawnedServer, type SpawnedServer, type Step } from '../support/servers/spawned-server.js';

/** The deletion itself, then its pieces: files and their bytes, messages, threads, stays, events, and the note that all is done. */
const STEPS: readonly Step[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((nth) => ({ name: 'commit', nth })),
  { name: 'rm', nth: 1 },
  { name: 'rm', nth: 2 },
];

it('killed at any piece of the deletion of a room, the server goes on with it at its next start, and nobody sees the room again', async () => {
  const server = await aSpawnedServer({ isSabotaged: true });
  const [ada, ben] = [await Person.registers(server, 'ada'), await Person.registers(server, 'ben')];
  for (const step of STEPS) {
    const start = await feedCursorOf(ben);
    const room = await aRoomWithMuch(ada, ben);
    const amid = await feedCursorOf(ben);
    await server.sabotage({ dieBeforeStep: step });
    await ada.asks(DELETE_ROOM, { id: room.id, name: room.name }).catch((error: unknown) => {
      expect(String(error)).toMatch(/fetch failed|terminated/);
    });
    await server.ended();
    await server.start();
    await expect.poll(() => left(server, room), { message: `${step.name} ${String(step.nth)}` }).toEqual([]);
    for (const cursor of [start, amid]) {
      const events = await missedBy(ben, cursor);
      expect(events.filter((event) => event.room?.id === room.id)).toEqual([]);
      expect(events.filter(({ __typename }) => __typename === 'RoomDeleted')).toHaveLength(1);
    }
  }
  using database = databaseIn(join(server.folder, 'data'));
  expectSound(database);
  expectDense(database);
  expect(orphansIn(server.folder, database)).toEqual([]);
}, 600_000);

/** More of everything than goes in one piece, or as much as makes no test long. */
async function aRoomWithMuch(ada: Person, ben: Person): Promise<RoomAnswer> {
  const room = await aRoom(ada, [ben]);
  const file = await upload(ada, room, 'a.png', await picture(300, 200).png().toBuffer());
  const root = await ada.says('Look', room, { attachmentIds: [file.id] });
  await Promise.all(Array.from({ length: 110 }, (_, count) => ben.says(`Word ${String(count)}`, room)));
  await Promise.all(['Soup', 'Bread'].map((body) => ben.says(body, room, { threadRootId: root.id })));
  await ben.reacts('👍', root);
  await ben.saves(root);
  return room;
}

/** Tables that still hold something of the room. */
function left({ folder }: SpawnedServer, { id }: RoomAnswer): string[] {
  using database = databaseIn(join(folder, 'data'));
  const isThere = (table: string, where: string): boolean =>
    database.prepare(`select 1 from ${table} where ${where} limit 1`).get(id) !== undefined;
  const ofRoom = ['message', 'thread', 'file', 'membership', 'event'].filter((table) => isThere(table, 'room_id = ?'));
  const isUnderWay = isThere('deleted_room', 'removed_at is null and room_id = ?');
  const bytes = database.prepare('select 1 from removed_bytes limit 1').get();
  return [...ofRoom, ...(isUnderWay ? ['deleted_room'] : []), ...(bytes ? ['removed_bytes'] : [])];
}

async function missedBy(reader: Person, after: string) {
  await using socket = await reader.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, { after });
  const items = await readUntil(feed, ({ mark }) => mark === 'CAUGHT_UP');
  return items.flatMap(({ event }) => event ?? []);
}
