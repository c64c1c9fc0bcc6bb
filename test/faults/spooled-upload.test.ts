import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FormUnderWay } from '../support/files/form-under-way.js';
import { filesOnDisk, upload, uploadFile } from '../support/files/uploads.js';
import { Person } from '../support/people/person.js';
import { aRoom } from '../support/people/room.js';
import { aSpawnedServer, type SpawnedServer } from '../support/servers/spawned-server.js';

const BEGUN = 'Something that is nobody else’s business. '.repeat(1000);

describe('a file that comes in by GraphQL, and is kept for a while', () => {
  it('is for nobody else’s eyes meanwhile, and gone after the server was killed and started again', async () => {
    const server = await aSpawnedServer();
    const ada = await Person.registers(server, 'ada');
    const room = await aRoom(ada);
    const form = FormUnderWay.of(ada, room, 10 * BEGUN.length, BEGUN);
    await expect.poll(() => spoolOf(server).some((each) => statSync(each).size > 0)).toBe(true);
    const [path = '', ...others] = spoolOf(server);
    expect(others).toEqual([]);
    expect(readFileSync(path, 'latin1')).toContain('business');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
    await server.killAndStart();
    form[Symbol.dispose]();
    expect(await filesOnDisk(server)).toEqual([]);
    await upload(ada, room, 'again.txt', BEGUN);
    expect(spoolOf(server)).toEqual([]);
  });

  it('is gone, with the server still running, when its sender was cut off', async () => {
    const server = await aSpawnedServer();
    const ada = await Person.registers(server, 'ada');
    const room = await aRoom(ada);
    const form = FormUnderWay.of(ada, room, 10 * BEGUN.length, BEGUN);
    await expect.poll(() => spoolOf(server)).toHaveLength(1);
    form[Symbol.dispose]();
    await expect.poll(() => filesOnDisk(server)).toEqual([]);
  });

  it('is refused on a disk without room for it, and leaves the room for one that fits (needs the right to mount)', async ({
    skip,
  }) => {
    const mounted: boolean[] = [];
    const server = await aSpawnedServer({
      environment: (folder) => {
        mounted.push(mounts(join(folder, 'uploads')));
        return {};
      },
    });
    if (!mounted[0]) skip();
    onTestFinished(() => {
      execFileSync('umount', ['-l', join(server.folder, 'uploads')]);
    });
    const ada = await Person.registers(server, 'ada');
    const room = await aRoom(ada);
    // Of these sizes the disk takes the one or the other copy whole, in part, or all but the last bytes.
    for (const size of [2_000_000, 1_500_000, 1_200_000, 1_047_000, 1_000_000, 700_000, 530_000])
      expect(await uploadFile(ada, room, 'large.txt', 'a'.repeat(size))).toBe('SERVICE_UNAVAILABLE');
    expect(await filesOnDisk(server)).toEqual([]);
    expect(await upload(ada, room, 'small.txt', 'a'.repeat(300_000))).toMatchObject({ size: 300_000 });
  });
});

/** What graphql-upload writes, which is not where everybody's temporary files lie. */
function spoolOf({ folder }: SpawnedServer): string[] {
  const place = join(folder, 'uploads', '.incoming');
  return readdirSync(place)
    .filter((name) => name.startsWith('capacitor'))
    .map((name) => join(place, name));
}

function mounts(path: string): boolean {
  try {
    mkdirSync(path);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    rmSync(path, { recursive: true, force: true });
    return false;
  }
}
