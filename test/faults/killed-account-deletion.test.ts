import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ALL_EVENTS, type FeedAnswer, readUntil } from '../support/feeds/feed.js';
import { picture, upload } from '../support/files/uploads.js';
import { databaseIn, expectDense, expectSound } from '../support/oracle/stored.js';
import { orphansIn } from '../support/oracle/stored-files.js';
import { DELETE_ACCOUNT } from '../support/people/account-deletion.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { PASSWORD, Person } from '../support/people/person.js';
import { setsAvatar } from '../support/people/profiles.js';
import { aRoom } from '../support/people/room.js';
import { aSpawnedServer, type SpawnedServer, type Step } from '../support/servers/spawned-server.js';

/** The deletion itself, then its pieces, and those of what follows the log: rooms, files and their bytes, the picture, what was saved, messages, the note that all is done. */
const STEPS: readonly Step[] = [
  ...[1, 2, 3, 4, 5, 7, 9, 11].map((nth) => ({ name: 'commit', nth })),
  ...[1, 4].map((nth) => ({ name: 'rm', nth })),
];

it('killed at any piece of the deletion of an account, the server goes on with it at its next start, and nobody misses any of it', async () => {
  const server = await aSpawnedServer({ isSabotaged: true });
  const ben = await Person.registers(server, 'ben');
  for (const [index, step] of STEPS.entries()) {
    const ada = await Person.registers(server, `ada.${String(index)}`);
    const messageIds = await aLifeOf(ada, ben);
    const start = await feedCursorOf(ben);
    await server.sabotage({ dieBeforeStep: step });
    const asked = ada.asks(DELETE_ACCOUNT, { password: PASSWORD, all: true });
    await asked.catch((error: unknown) => {
      expect(String(error)).toMatch(/fetch failed|terminated/);
    });
    await server.ended();
    await server.start();
    // Something else was being written when it was killed, and the deletion never was: then it is asked for once more. Otherwise she is nobody any more.
    await ada.asks(DELETE_ACCOUNT, { password: PASSWORD, all: true }).catch((error: unknown) => {
      expect(String(error)).toMatch(/UNAUTHENTICATED/);
    });
    await expect.poll(() => leftOf(server, ada), { message: `${step.name} ${String(step.nth)}` }).toEqual([]);
    const events = await missedBy(ben, start);
    const kinds = events.map(({ __typename }) => __typename);
    expect(kinds.filter((kind) => kind === 'UserChanged')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'MemberLeft')).toHaveLength(1);
    const deleted = events.flatMap(({ __typename, message }) => (__typename.endsWith('Deleted') ? [message?.id] : []));
    expect(deleted.toSorted()).toEqual(messageIds.toSorted());
  }
  using database = databaseIn(join(server.folder, 'data'));
  expectSound(database);
  expectDense(database);
  expect(orphansIn(server.folder, database)).toEqual([]);
}, 600_000);

/** More messages than go in one piece; gives back their ids. */
async function aLifeOf(ada: Person, ben: Person): Promise<string[]> {
  const room = await aRoom(ada, [ben]);
  await setsAvatar(ada, await picture(600, 600).png().toBuffer());
  const file = await upload(ada, room, 'a.png', await picture(300, 200).png().toBuffer());
  await upload(ada, room, 'nobody-saw.txt', 'this');
  const root = await ada.says('Look', room, { attachmentIds: [file.id] });
  const many = await Promise.all(Array.from({ length: 40 }, (_, count) => ada.says(`Word ${String(count)}`, room)));
  const reply = await ada.says('Soup', room, { threadRootId: root.id });
  await ben.saves(root);
  await ada.saves(await ben.says('Hello', room));
  return [root, ...many, reply].map(({ id }) => id);
}

function leftOf({ folder }: SpawnedServer, { id }: Person): string[] {
  using database = databaseIn(join(folder, 'data'));
  const isThere = (table: string, where: string): boolean =>
    database.prepare(`select 1 from ${table} where ${where} limit 1`).get(id) !== undefined;
  const found = [
    isThere('membership', 'user_id = ? and left_position is null') ? 'membership' : null,
    isThere('message', 'author_id = ? and deleted_at is null') ? 'message' : null,
    isThere('file', 'uploader_id = ?') ? 'file' : null,
    isThere('saved_message', 'user_id = ?') ? 'saved_message' : null,
    isThere('avatar_image', 'user_id = ?') ? 'avatar_image' : null,
    isThere('deleted_account', 'user_id = ? and removed_at is not null') ? null : 'deleted_account',
    database.prepare('select 1 from removed_bytes limit 1').get() === undefined ? null : 'removed_bytes',
  ];
  return found.filter((table) => table !== null);
}

async function missedBy(reader: Person, after: string) {
  await using socket = await reader.opensSocket();
  const feed = socket.subscribes<FeedAnswer>(ALL_EVENTS, { after });
  const items = await readUntil(feed, ({ mark }) => mark === 'CAUGHT_UP');
  return items.flatMap(({ event }) => event ?? []);
}
