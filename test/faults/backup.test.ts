import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it } from 'vitest';
import { backUp, restore } from '#server/backup/index.js';
import { BackupProcess, environmentOf, settingsIn } from '../support/files/backups.js';
import { feedCursorOf } from '../support/people/busy-room.js';
import { contentsOf, sha256 } from '../support/files/folder-contents.js';
import { PAGE_OF_EVENTS } from '../support/feeds/feed.js';
import { Person, type RoomAnswer } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { rounds } from '../support/chance/rounds.js';
import { aServer } from '../support/servers/server.js';
import { begins, sendsPart } from '../support/files/resumable.js';
import { bytesOf, filesOnDisk, get, upload } from '../support/files/uploads.js';

const JWT_SECRET = 'the same on both machines, of course';
const server = await aServer({ JWT_SECRET });
const place = mkdtempSync(join(tmpdir(), 'tertulia-backups-'));
afterAll(() => {
  rmSync(place, { recursive: true });
});

it(
  'what was acknowledged before a backup began is in it, whole and in order, though ten people write on and delete',
  async () => {
    const people = await Promise.all(
      Array.from({ length: 10 }, (_, number) => Person.registers(server, `writer-${String(number)}`)),
    );
    const [ada] = people as [Person];
    const room = await aRoom(ada, people.slice(1));
    const written: Written = { bodies: [], files: new Map() };
    const writing = new AbortController();
    const writers = people.map((person, number) => writesUntil(writing.signal, person, room, written, number < 2));
    for (let round = 1; round <= rounds({ quick: 1, thorough: 4 }); round += 1) {
      await expect.poll(() => written.bodies.length).toBeGreaterThan(round * 40);
      const before = { bodies: [...written.bodies], files: new Map(written.files) };
      const archive = join(place, `${String(round)}.tar`);
      const backup = BackupProcess.start(server.folder, 'backup', archive);
      expect([await backup.exited, backup.said]).toEqual([0, 'whole\n']);
      // The writers went on meanwhile, or this was about something else.
      expect(written.bodies.length).toBeGreaterThan(before.bodies.length);
      await holds(archive, join(place, `house-${String(round)}`), ada, room, before);
    }
    writing.abort();
    await Promise.all(writers);
  },
  20 * 60_000,
);

it('a backup is its owner’s alone, overwrites nothing, and leaves nothing else', async () => {
  const archive = join(place, 'mine.tar');
  await backUp(settingsIn(server.folder), archive);
  expect(statSync(archive).mode & 0o777).toBe(0o600);
  const bytes = contentsOf(place)['mine.tar'];
  await expect(backUp(settingsIn(server.folder), archive)).rejects.toThrow('is there already');
  expect(contentsOf(place)['mine.tar']).toBe(bytes);
  expect(Object.keys(contentsOf(place)).filter((name) => name.includes('partial'))).toEqual([]);
});

it('a backup to where there is no folder says so, in the words of whoever asked for it', async () => {
  const folder = join(place, 'nowhere');
  await expect(backUp(settingsIn(server.folder), join(folder, 'mine.tar'))).rejects.toThrow(
    `There is no folder ${folder}.`,
  );
});

it('a stored file that is missing or spoilt is told of, and all else is there', async () => {
  const ada = await Person.registers(server, 'ada-of-the-losses');
  const room = await aRoom(ada);
  const before = new Set(await filesOnDisk(server));
  await upload(ada, room, 'lost.txt', 'lost');
  const [lost = ''] = (await filesOnDisk(server)).filter((file) => !before.has(file));
  const kept = await upload(ada, room, 'kept.txt', 'kept');
  unlinkSync(lost);
  const archive = join(place, 'lacking.tar');
  const manifest = await backUp(settingsIn(server.folder), archive);
  expect(manifest.lacking).toEqual([lost.split('/').at(-1)]);
  const other = await aServer({ JWT_SECRET, ...environmentOf(await restored(archive, join(place, 'lacking'))) });
  expect(await (await get(Person.movesTo(other, ada), kept.url)).text()).toBe('kept');
});

it('a file that is deleted while a backup runs is in neither the archive nor its database, and is no loss', async () => {
  // Of its own: whichever file it comes to last is Ada's.
  const quiet = await aServer();
  const ada = await Person.registers(quiet, 'ada-of-the-second-thoughts');
  const room = await aRoom(ada);
  const files = Array.from({ length: 80 }, (_, number) => upload(ada, room, 'note.txt', `note ${String(number)}`));
  for (const { id } of await Promise.all(files)) await ada.says('Look', room, { attachmentIds: [id] });
  const archive = join(place, 'deleted.tar');
  let isMade = false;
  const making = backUp(settingsIn(quiet.folder), archive).finally(() => (isMade = true));
  await expect.poll(() => existsSync(`${archive}.partial`), { interval: 1 }).toBe(true);
  // The last one that the backup will come to.
  const [last] = filesIn(quiet.folder);
  await ada.deletes({ id: last?.messageId ?? '' });
  expect(isMade).toBe(false);
  const { lacking, entries } = await making;
  expect(lacking).not.toContain(last?.key);
  expect(entries.map(({ name }) => name)).not.toContain(`files/${last?.key ?? ''}`);
  const there = filesIn(await restored(archive, join(place, 'deleted')));
  expect(there.map(({ key }) => key)).not.toContain(last?.key);
});

it('an upload that is not finished is in neither the archive nor its database, and a finished one is', async () => {
  const quiet = await aServer();
  const ada = await Person.registers(quiet, 'ada-of-the-parts');
  const room = await aRoom(ada);
  await sendsPart(ada, await begins(ada, room, { length: 10 }), 0, 'Hello');
  await sendsPart(ada, await begins(ada, room, { filename: 'whole.txt', length: 5 }), 0, 'Hello');
  const archive = join(place, 'parts.tar');
  const { lacking, entries } = await backUp(settingsIn(quiet.folder), archive);
  expect(lacking).toEqual([]);
  expect(entries.filter(({ name }) => name.startsWith('files/'))).toHaveLength(1);
  const folder = await restored(archive, join(place, 'parts'));
  using database = new DatabaseSync(join(folder, 'data', 'tertulia.db'), { readOnly: true });
  expect(database.prepare('select id from resumable_upload').all()).toEqual([]);
  expect(database.prepare('select name from file').all()).toEqual([{ name: 'whole.txt' }]);
});

interface Written {
  readonly bodies: string[];
  /** What each file must hold that is shown by a message which stays. */
  readonly files: Map<string, string>;
}

/** Writes, and acknowledges for itself what the server acknowledged; some share files, and delete every other of those messages. */
async function writesUntil(
  end: AbortSignal,
  who: Person,
  room: RoomAnswer,
  written: Written,
  shares: boolean,
): Promise<void> {
  for (let number = 0; !end.aborted; number += 1) {
    const body = `${who.username} ${String(number)}`;
    if (!shares) {
      await who.says(body, room);
      written.bodies.push(body);
      continue;
    }
    const bytes = randomBytes(20_000);
    const file = await upload(who, room, `${body}.bin`, bytes);
    const message = await who.says(body, room, { attachmentIds: [file.id] });
    if (number % 2 === 0) await who.deletes(message);
    else written.files.set(file.url, sha256(bytes));
  }
}

/** Restores on another machine, and asks a server there. */
async function holds(
  archive: string,
  folder: string,
  reader: Person,
  room: RoomAnswer,
  before: Written,
): Promise<void> {
  const there = await aServer({ JWT_SECRET, ...environmentOf(await restored(archive, folder)) });
  const adaThere = Person.movesTo(there, reader);
  await adaThere.isRefused('CURSOR_EXPIRED', PAGE_OF_EVENTS, { after: room.eventCursor, roomId: room.id });
  expect(await feedCursorOf(adaThere)).not.toBe('');
  using database = new DatabaseSync(join(folder, 'data', 'tertulia.db'), { readOnly: true });
  const seqs = columnOf(database, 'select seq from event where room_id = ? order by position', room.id);
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  const bodies = columnOf(database, 'select body from message where room_id = ?', room.id);
  const restoredBodies = new Set(bodies);
  expect(before.bodies.filter((body) => !restoredBodies.has(body))).toEqual([]);
  for (const [url, hash] of before.files) expect(sha256(await bytesOf(await get(adaThere, url)))).toBe(hash);
  await there.stop();
}

async function restored(archive: string, folder: string): Promise<string> {
  await restore(settingsIn(folder), archive);
  return folder;
}

function columnOf(database: DatabaseSync, query: string, value: string): unknown[] {
  return database
    .prepare(query)
    .all(value)
    .map((row) => Object.values(row)[0]);
}

/** What messages show, from the last key to the first. */
function filesIn(folder: string): { key: string; messageId: string }[] {
  using database = new DatabaseSync(join(folder, 'data', 'tertulia.db'), { readOnly: true });
  const rows = database
    .prepare('select key, message_id from file where message_id is not null order by key desc')
    .all();
  return rows.map(({ key, message_id }) => ({ key: String(key), messageId: String(message_id) }));
}
