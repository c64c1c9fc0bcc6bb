import { expect, it } from 'vitest';
import { databaseIn } from '../support/oracle/stored.js';
import { orphansIn } from '../support/oracle/stored-files.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aSpawnedServer, type SpawnedServer, type Step } from '../support/servers/spawned-server.js';
import { picture, upload } from '../support/files/uploads.js';
import { join } from 'node:path';

/** Before the bytes go, between the file and its thumbnail, and before each of the notes that it is done. */
const STEPS: readonly Step[] = [
  { name: 'commit', nth: 1 },
  { name: 'rm', nth: 1 },
  { name: 'rm', nth: 2 },
  { name: 'commit', nth: 2 },
  { name: 'commit', nth: 3 },
];

it.each(STEPS)(
  'killed before $name number $nth of a deletion, the server removes the bytes of the deleted files all the same',
  async (step) => {
    const server = await aSpawnedServer({ isSabotaged: true });
    const ada = await Person.registers(server, 'ada');
    const room = await aRoom(ada);
    const file = await upload(ada, room, 'a.png', await picture(300, 200).png().toBuffer());
    const message = await ada.says('Look', room, { attachmentIds: [file.id] });
    await server.sabotage({ dieBeforeStep: step });
    await ada.deletes(message).catch((error: unknown) => {
      expect(String(error)).toMatch(/fetch failed|terminated/);
    });
    await server.ended();
    await server.start();
    await ada.deletes(message);
    await expect.poll(() => left(server)).toEqual({ orphans: [], toBeRemoved: 0 });
  },
);

/** Bytes on the disk that no file names, and what is still to be removed. */
function left({ folder }: SpawnedServer): { orphans: string[]; toBeRemoved: number } {
  using database = databaseIn(join(folder, 'data'));
  const rows = database.prepare('select count(*) as count from removed_bytes').all();
  return { orphans: orphansIn(folder, database), toBeRemoved: Number(rows[0]?.count) };
}
