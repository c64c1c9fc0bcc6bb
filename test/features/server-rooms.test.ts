import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { picture, upload } from '../support/files/uploads.js';
import {
  anAdministrator,
  SERVER_ROOM,
  type ServerRoomAnswer,
  serverRoomsFor,
} from '../support/people/administration.js';
import { aCast } from '../support/people/cast.js';
import { opensDirect } from '../support/people/direct-rooms.js';
import { archives, deletesRoom, isSwept } from '../support/people/looking-after.js';
import { Person } from '../support/people/person.js';
import { setsAvatar } from '../support/people/profiles.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';

const server = await aServer();
const administrator = await anAdministrator(server);

const STORAGE = `query ($days: Int!) { serverStorage {
  fileBytes fileQuotaBytes avatarBytes databaseBytes freeBytes databaseFreeBytes
  largestRooms { ${SERVER_ROOM} } filesOlderThan(days: $days) { count bytes }
} }`;

interface StorageAnswer {
  readonly fileBytes: number;
  readonly fileQuotaBytes: number;
  readonly avatarBytes: number;
  readonly databaseBytes: number;
  readonly freeBytes: number;
  readonly databaseFreeBytes: number;
  readonly largestRooms: readonly ServerRoomAnswer[];
  readonly filesOlderThan: { readonly count: number; readonly bytes: number };
}

describe('the rooms of a server', () => {
  it('are all there for an administrator, by name and size, whoever is in them', async () => {
    const { ada, ben } = await aCast(server);
    const hidden = await aRoom(ada, [ben], 'PRIVATE');
    const { id, size } = await upload(ben, hidden, 'notes.txt', 'Hello');
    const root = await ben.says('Here they are', hidden, { attachmentIds: [id] });
    await ada.says('Thanks', hidden, { threadRootId: root.id });
    const slip = await ada.says('Never mind', hidden);
    await ada.deletes(slip);
    const { nodes, totalCount } = await serverRoomsFor(administrator, { query: hidden.name.toUpperCase() });
    expect(totalCount).toBe(1);
    expect(nodes).toEqual([
      {
        id: hidden.id,
        name: hidden.name,
        visibility: 'PRIVATE',
        memberCount: 2,
        messageCount: 3,
        fileBytes: size,
        archivedAt: null,
      },
    ]);
  });

  it('are not found by their topics, which may say more than a name', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada, [], 'PRIVATE');
    await ada.updates(room, { topic: 'The surprise for the administrator' });
    expect(await serverRoomsFor(administrator, { query: 'surprise' })).toMatchObject({ nodes: [], totalCount: 0 });
  });

  it('are no more for that: a private one is not shown to an administrator who is not in it', async () => {
    const { ada } = await aCast(server);
    const { id } = await aRoom(ada, [], 'PRIVATE');
    expect(await administrator.asks('query ($id: ID!) { room(id: $id) { id topic } }', { id })).toEqual({ room: null });
  });

  it('that are archived are among them, and those that are deleted are not', async () => {
    const { ada } = await aCast(server);
    const [old, gone] = [await aRoom(ada), await aRoom(ada)];
    await archives(ada, old);
    await upload(ada, gone, 'notes.txt', 'Hello');
    await deletesRoom(ada, gone);
    expect((await serverRoomsFor(administrator, { query: old.name })).nodes[0]?.archivedAt).not.toBeNull();
    const ids = async (): Promise<string[]> => (await everyRoom()).map(({ id }) => id);
    expect(await ids()).not.toContain(gone.id);
    expect((await storage()).largestRooms.map(({ id }) => id)).not.toContain(gone.id);
    await isSwept(server);
    expect(await ids()).not.toContain(gone.id);
  });

  it('come once each, by name, however large the pages are; conversations, which have none, behind all others', async () => {
    const { ada, ben, cleo } = await aCast(server);
    for (const company of [[], [ben], [cleo], [ben, cleo]]) await opensDirect(ada, company);
    for (const name of ['Zebra house', 'aardvark house', 'Ämter house'])
      await ada.creates(`${name} of ${ada.username}`);
    const all = await everyRoom();
    expect(all).toHaveLength((await serverRoomsFor(administrator)).totalCount);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const named = all.filter(({ name }) => name !== '');
    expect(all.slice(0, named.length)).toEqual(named);
    expect(all.length - named.length).toBeGreaterThan(3);
    const { nodes } = await serverRoomsFor(administrator, { query: `house ${ada.username}` });
    expect(nodes.map(({ name }) => name.split(' ')[0])).toEqual(['aardvark', 'Ämter', 'Zebra']);
  });
});

describe('the storage of a server', () => {
  it('is what files, pictures of people and the database take, and what is left', async () => {
    const other = await aServer({ UPLOAD_QUOTA: '123456789' });
    const ada = await anAdministrator(other, 'ada');
    const room = await aRoom(ada);
    const before = await storage(ada);
    expect(before).toMatchObject({ fileBytes: 0, avatarBytes: 0, fileQuotaBytes: 123_456_789, largestRooms: [] });
    const { size } = await upload(ada, room, 'notes.txt', 'Hello');
    await setsAvatar(ada, await picture(60, 60).png().toBuffer());
    const after = await storage(ada);
    expect(after.fileBytes).toBe(size);
    expect(after.avatarBytes).toBeGreaterThan(0);
    expect(after.databaseBytes).toBeGreaterThanOrEqual(statSync(join(other.folder, 'data', 'tertulia.db')).size);
    for (const free of [after.freeBytes, after.databaseFreeBytes]) expect(free).toBeGreaterThan(1_000_000);
  });

  it('has the rooms with the most in them first', async () => {
    const other = await aServer();
    const ada = await anAdministrator(other, 'ada');
    const sizes = [10, 3000, 200];
    for (const size of sizes) await upload(ada, await ada.creates(`Of ${String(size)}`), 'notes.txt', 'x'.repeat(size));
    const { largestRooms } = await storage(ada);
    expect(largestRooms.map(({ name, fileBytes }) => [name, fileBytes])).toEqual([
      ['Of 3000', 3000],
      ['Of 200', 200],
      ['Of 10', 10],
    ]);
  });

  it('tells what is older than so many days', async () => {
    const other = await aServer();
    const ada = await anAdministrator(other, 'ada');
    const room = await aRoom(ada);
    await upload(ada, room, 'notes.txt', 'x'.repeat(700));
    expect((await storage(ada, 30)).filesOlderThan).toEqual({ count: 0, bytes: 0 });
    other.clock.advance({ days: 29 });
    // A file that no message shows goes after a day; here nobody has swept.
    expect((await storage(await Person.signsIn(other, 'ada'), 28)).filesOlderThan).toEqual({ count: 1, bytes: 700 });
    for (const days of [0, -1, 36_501])
      await (await Person.signsIn(other, 'ada')).isRefused('BAD_USER_INPUT', STORAGE, { days });
  });
});

async function everyRoom(): Promise<ServerRoomAnswer[]> {
  const rooms: ServerRoomAnswer[] = [];
  for (let after: string | null = null; ;) {
    const page = await serverRoomsFor(administrator, { first: 3, after });
    rooms.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return rooms;
    after = page.pageInfo.endCursor;
  }
}

async function storage(who = administrator, days = 365): Promise<StorageAnswer> {
  return (await who.asks<{ serverStorage: StorageAnswer }>(STORAGE, { days })).serverStorage;
}
