import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../support/chance/rounds.js';
import { begins, asksHowFar, finishes, PartUnderWay, sendsPart, sha256Of } from '../support/files/resumable.js';
import { bytesOf, get, picture, upload, type Uploaded } from '../support/files/uploads.js';
import { databaseIn } from '../support/oracle/stored.js';
import { orphansIn } from '../support/oracle/stored-files.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aSpawnedServer, type SpawnedServer, type Step } from '../support/servers/spawned-server.js';

const MEGABYTE = 1024 * 1024;
const QUICK_STEPS: readonly Step[] = [
  // While the first part is written down, while the second one is, while the file is stored, and before anybody is told.
  { name: 'sync', nth: 1 },
  { name: 'commit', nth: 2 },
  { name: 'commit', nth: 3 },
  { name: 'rename', nth: 1 },
  { name: 'commit', nth: 4 },
];

const server = await aSpawnedServer({ isSabotaged: true });
const ada = await Person.registers(server, 'ada');
const room = await aRoom(ada);

describe('a server that is killed while a file comes in by parts', () => {
  it('goes on with it afterwards, whatever step it was killed at, and stores it once', async () => {
    const content = await picture(300, 200).png().toBuffer();
    const photo = Buffer.from(content);
    const whole = await upload(ada, room, 'whole.png', photo);
    const expected = sha256Of(await bytesOf(await get(ada, whole.url)));
    const steps = await stepsOf(async () => {
      await sendInTwo(photo);
    });
    expect(steps).toEqual(expect.arrayContaining(['open', 'sync', 'rename', 'commit', 'rm']));
    let deaths = 0;
    for (const step of deadlySteps(steps)) {
      const before = usage();
      await server.sabotage({ dieBeforeStep: step });
      const address = await begins(ada, room, { filename: 'parts.png', length: photo.length }).catch(() => null);
      const outcome = address === null ? 'cut off' : await inTwo(address, photo).catch(() => 'cut off');
      if (outcome === 'cut off') {
        deaths += 1;
        await server.ended();
        await server.start();
      } else await server.sabotage({ dieBeforeStep: { name: 'none', nth: 1 } });
      // One whose announcement was not answered is begun anew, as a client does.
      const known = address ?? (await begins(ada, room, { filename: 'parts.png', length: photo.length }));
      const file = await finishes(ada, known, photo);
      expect(sha256Of(await bytesOf(await get(ada, file.url)))).toBe(expected);
      expect(rowsOf(file)).toBe(1);
      expect(usage() - before).toBe(file.size + thumbnailBytesOf(file));
    }
    expect(deaths).toBeGreaterThan(0);
    await expectNothingLeft();
  }, 600_000);

  it('has kept all but the last megabyte of a long part', async () => {
    const bytes = randomBytes(8 * MEGABYTE);
    const address = await begins(ada, room, { length: bytes.length });
    const part = new PartUnderWay(ada, address, 0);
    part.feeds(bytes.subarray(0, 5 * MEGABYTE));
    await expect.poll(() => receivedOf(address)).toBeGreaterThan(3 * MEGABYTE);
    await server.killAndStart();
    expect(await part.answered).toBe('cut off');
    expect((await asksHowFar(ada, address)).offset).toBeGreaterThan(3 * MEGABYTE);
    const file = await finishes(ada, address, bytes);
    expect(sha256Of(await bytesOf(await get(ada, file.url)))).toBe(sha256Of(bytes));
  });
});

const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('sends' as const), bytes: fc.integer({ min: 0, max: 2 * MEGABYTE }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('breaks off' as const),
      bytes: fc.integer({ min: 1, max: 2 * MEGABYTE }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('repeats itself' as const),
      bytes: fc.integer({ min: 1, max: MEGABYTE }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('is killed' as const), bytes: fc.integer({ min: 1, max: 2 * MEGABYTE }) }),
  },
);

it('whatever is sent, broken off, repeated and killed: the file is what was sent, or a refusal says why', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 * MEGABYTE }),
      fc.array(action, { maxLength: 8 }),
      async (length, actions) => {
        const bytes = randomBytes(length);
        const before = usage();
        const address = await begins(ada, room, { length });
        let known = 0;
        for (const { does, bytes: count } of actions) {
          const { offset } = await asksHowFar(ada, address);
          expect(offset, 'an offset that was told is never taken back').toBeGreaterThanOrEqual(known);
          const from = (known = offset ?? 0);
          const part = bytes.subarray(from, from + count);
          if (does === 'sends') known = (await sendsPart(ada, address, from, part)).offset ?? 0;
          else if (does === 'repeats itself') {
            const refused = await sendsPart(ada, address, Math.max(from - count, 0), randomBytes(count));
            if (from > 0) expect(refused).toMatchObject({ status: expect.toBeOneOf([409, 413]) as number });
            // It was sent from the beginning: those bytes would be the file's.
            else return;
          } else {
            const underWay = new PartUnderWay(ada, address, from);
            underWay.feeds(part);
            if (does === 'is killed') await server.killAndStart();
            underWay.breaks();
            await underWay.answered;
          }
        }
        const file = await finishes(ada, address, bytes);
        expect(sha256Of(await bytesOf(await get(ada, file.url)))).toBe(sha256Of(bytes));
        expect(rowsOf(file)).toBe(1);
        expect(usage() - before).toBe(length);
      },
    ),
    { numRuns: rounds({ quick: 5, thorough: 60 }), endOnFailure: true },
  );
  await expectNothingLeft();
}, 600_000);

async function sendInTwo(bytes: Buffer<ArrayBuffer>): Promise<void> {
  await inTwo(await begins(ada, room, { filename: 'parts.png', length: bytes.length }), bytes);
}

async function inTwo(address: string, bytes: Buffer<ArrayBuffer>): Promise<string> {
  const middle = Math.floor(bytes.length / 2);
  await sendsPart(ada, address, 0, bytes.subarray(0, middle));
  await sendsPart(ada, address, middle, bytes.subarray(middle));
  return 'sent';
}

async function stepsOf(doing: () => Promise<void>): Promise<string[]> {
  await server.sabotage({ countSteps: 'begin' });
  await doing();
  return (await server.sabotage({ countSteps: 'end' })) as string[];
}

function deadlySteps(steps: readonly string[]): readonly Step[] {
  if (rounds({ quick: 0, thorough: 1 }) === 0) return QUICK_STEPS;
  return steps.map((name, index) => ({
    name,
    nth: steps.slice(0, index + 1).filter((other) => other === name).length,
  }));
}

/** After the sweep of a start. */
async function expectNothingLeft(): Promise<void> {
  await server.killAndStart();
  await expect.poll(() => partsIn(server)).toEqual([]);
  using database = databaseIn(join(server.folder, 'data'));
  expect(orphansIn(server.folder, database).filter((path) => path.includes('.partial'))).toEqual([]);
}

/** Those of uploads that nobody finished wait for a day. */
function partsIn({ folder }: SpawnedServer): string[] {
  using database = databaseIn(join(folder, 'data'));
  const unfinished = new Set(
    database
      .prepare('select id from resumable_upload where not is_stored')
      .all()
      .map(({ id }) => id),
  );
  return readdirSync(join(folder, 'uploads', '.partial')).filter((id) => !unfinished.has(id));
}

function receivedOf(address: string): number {
  return Number(valueOf('select received from resumable_upload where id = ?', address.split('/').at(-1) ?? ''));
}

function usage(): number {
  return Number(valueOf('select bytes from file_usage where owner_id = ?', ada.id) ?? 0);
}

function rowsOf({ id }: Uploaded): number {
  return Number(valueOf('select count(*) from file where id = ?', id));
}

function thumbnailBytesOf({ id }: Uploaded): number {
  return Number(valueOf('select thumbnail_size from file where id = ?', id));
}

function valueOf(sql: string, value: string): unknown {
  using database = databaseIn(join(server.folder, 'data'));
  return Object.values(database.prepare(sql).get(value) ?? {})[0];
}
