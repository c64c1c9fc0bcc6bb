import { expect, it } from 'vitest';
import { databaseIn } from '../support/oracle/stored.js';
import { orphansIn } from '../support/oracle/stored-files.js';
import { Oracle } from '../support/oracle/oracle.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { rounds } from '../support/chance/rounds.js';
import { aSpawnedServer, type SpawnedServer, type Step } from '../support/servers/spawned-server.js';
import { bytesOf, get, picture, upload } from '../support/files/uploads.js';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';

const NEVER: Step = { name: 'none', nth: 1 };
const QUICK_STEPS: readonly Step[] = [
  // Before the bytes are synced, after they have their name, and before the answer.
  { name: 'sync', nth: 1 },
  { name: 'sync', nth: 2 },
  { name: 'commit', nth: 1 },
];
const TWO_DAYS_AGO = Date.now() / 1000 - 2 * 24 * 60 * 60;

it('whatever step of an upload the server is killed at, no half file is served, the next try works, and what was left is swept', async () => {
  const server = await aSpawnedServer({ isProbed: true, isSabotaged: true });
  using oracle = await Oracle.of(server);
  const ada = await Person.registers(server, 'ada');
  const room = await aRoom(ada);
  const content = await picture(300, 200).png().toBuffer();
  const steps = await stepsOf(server, async () => {
    oracle.ledger.uploaded(await upload(ada, room, 'first.png', content), content);
  });
  expect(steps).toEqual(expect.arrayContaining(['open', 'writeFile', 'sync', 'rename', 'commit']));
  const rowless = new Set<string>();
  let untold = 0;
  for (const step of deadlySteps(steps)) {
    const before = fileIds(server).length;
    await server.sabotage({ dieBeforeStep: step });
    // With fewer pieces or a folder that is there already, some steps do not come.
    if (await isTaken()) await server.sabotage({ dieBeforeStep: NEVER });
    else {
      await server.ended();
      await server.start();
      // Whoever was not told may ask again; what nobody attaches is swept in a day.
      untold += fileIds(server).length - before;
    }
    for (const orphan of orphans(server)) rowless.add(orphan);
    expect(orphans(server).filter((path) => path.includes('.incoming'))).toEqual([]);
    for (const id of fileIds(server))
      expect(await bytesOf(await get(ada, `/uploads/${id}/file`))).toHaveLength(content.length);
    oracle.ledger.uploaded(await upload(ada, room, 'again.png', content), content);
    oracle.expectNothingLost();
  }
  expect(rowless.size).toBeGreaterThan(0);
  expect(untold).toBeGreaterThan(0);
  for (const path of rowless) utimesSync(path, TWO_DAYS_AGO, TWO_DAYS_AGO);
  await server.killAndStart();
  await expect.poll(() => orphans(server)).toEqual([]);
  await oracle.expectAllWell({ people: [ada] });

  async function isTaken(): Promise<boolean> {
    try {
      oracle.ledger.uploaded(await upload(ada, room, 'second.png', content), content);
      return true;
    } catch (error) {
      expect(String(error)).toMatch(/fetch failed|terminated/);
      return false;
    }
  }
}, 600_000);

function deadlySteps(steps: readonly string[]): readonly Step[] {
  if (rounds({ quick: 0, thorough: 1 }) === 0) return QUICK_STEPS;
  return steps.map((name, index) => ({
    name,
    nth: steps.slice(0, index + 1).filter((other) => other === name).length,
  }));
}

async function stepsOf(server: SpawnedServer, doing: () => Promise<void>): Promise<string[]> {
  await server.sabotage({ countSteps: 'begin' });
  await doing();
  return (await server.sabotage({ countSteps: 'end' })) as string[];
}

function fileIds({ folder }: SpawnedServer): string[] {
  using database = databaseIn(join(folder, 'data'));
  return database
    .prepare('select id from file')
    .all()
    .map(({ id }) => String(id));
}

function orphans({ folder }: SpawnedServer): string[] {
  using database = databaseIn(join(folder, 'data'));
  return orphansIn(folder, database);
}
