import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backUp, restore } from '#server/backup/index.js';
import { BackupProcess, settingsIn } from '../support/files/backups.js';
import { sha256 } from '../support/files/folder-contents.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { rounds } from '../support/chance/rounds.js';
import { aServer } from '../support/servers/server.js';
import { upload } from '../support/files/uploads.js';
import { filesNamedIn } from '../support/files/named-files.js';

const FILES = 12;
/** For all the rounds, on a machine that has other things to do. */
const LONG = 20 * 60_000;
const server = await aServer();
const place = mkdtempSync(join(tmpdir(), 'tertulia-killed-'));
const older = join(place, 'older.tar');
const newer = join(place, 'newer.tar');

beforeAll(async () => {
  const ada = await Person.registers(server, 'ada');
  for (const archive of [older, newer]) {
    const room = await aRoom(ada);
    for (let number = 0; number < FILES; number += 1) {
      const { id } = await upload(ada, room, 'noise.bin', randomBytes(500_000));
      await ada.says(`${archive} ${String(number)}`, room, { attachmentIds: [id] });
    }
    await backUp(settingsIn(server.folder), archive);
  }
});
afterAll(() => {
  rmSync(place, { recursive: true });
});

it(
  'a backup that is killed at any moment leaves no archive or a whole one, and the next one is made',
  async () => {
    const whole = await BackupProcess.start(server.folder, 'backup', join(place, 'timed.tar')).lasts();
    const many = rounds({ quick: 3, thorough: 60 });
    let killed = 0;
    for (let round = 0; round < many; round += 1) {
      const archive = join(place, 'killed.tar');
      rmSync(archive, { force: true });
      if (await BackupProcess.start(server.folder, 'backup', archive).isKilledAfter((whole * round) / many))
        killed += 1;
      const folder = join(place, `from-killed-${String(round)}`);
      if (existsSync(archive)) await restore(settingsIn(folder), archive);
    }
    expect(killed).toBeGreaterThan(many / 3);
    const next = join(place, 'killed.tar');
    rmSync(next, { force: true });
    await backUp(settingsIn(server.folder), next);
    await restore(settingsIn(join(place, 'from-next')), next);
    expect(messagesIn(join(place, 'from-next'))).toBe(2 * FILES);
  },
  LONG,
);

it(
  'a restore that is killed at any moment leaves the old or the new, each with its files, and never a mixture',
  async () => {
    const timed = join(place, 'timed');
    await restore(settingsIn(timed), older);
    const whole = await BackupProcess.start(timed, 'restore', newer, '--replace').lasts();
    const many = rounds({ quick: 4, thorough: 80 });
    const seen = { killed: 0, old: 0, new: 0 };
    for (let round = 0; round < many; round += 1) {
      // Each in a house that has none of the newer files yet.
      const folder = join(place, `house-${String(round)}`);
      await restore(settingsIn(folder), older);
      const restoring = BackupProcess.start(folder, 'restore', newer, '--replace');
      if (await restoring.isKilledAfter((whole * round) / many)) seen.killed += 1;
      const found = messagesIn(folder);
      expect([FILES, 2 * FILES]).toContain(found);
      for (const { bytes, hash } of filesNamedIn(folder)) expect(sha256(bytes)).toBe(hash);
      seen[found === FILES ? 'old' : 'new'] += 1;
      // The next one is done, whatever was left lying there.
      if (found === FILES) await restore(settingsIn(folder), newer, { replace: true });
      expect(messagesIn(folder)).toBe(2 * FILES);
      rmSync(folder, { recursive: true });
    }
    expect(seen.killed).toBeGreaterThan(many / 3);
  },
  LONG,
);

it('a restore that is killed as soon as the new database is there has brought all its files', async () => {
  const folder = join(place, 'seen');
  await restore(settingsIn(folder), older);
  const database = join(folder, 'data', 'tertulia.db');
  const { ino } = statSync(database);
  const restoring = BackupProcess.start(folder, 'restore', newer, '--replace');
  await restoring.isKilledWhen(() => statSync(database).ino !== ino);
  expect(messagesIn(folder)).toBe(2 * FILES);
  for (const { bytes, hash } of filesNamedIn(folder)) expect(sha256(bytes)).toBe(hash);
});

function messagesIn(folder: string): number {
  using database = new DatabaseSync(join(folder, 'data', 'tertulia.db'));
  expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
  return Number(database.prepare('select count(*) as messages from message').get()?.messages);
}
