import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { asksHowFar, begins, finishes, sendsPart } from '../support/files/resumable.js';
import { bytesOf, get, postUpload, upload, uploadFile } from '../support/files/uploads.js';

const folder = mkdtempSync(join(tmpdir(), 'tertulia-small-disk-'));
const isSmallDisk = mounts(folder);

afterAll(() => {
  if (isSmallDisk) execFileSync('umount', [folder]);
  rmdirSync(folder);
});

const server = await aServer(isSmallDisk ? { UPLOADS_DIR: folder } : {});

describe('on a disk with room for little (needs the right to mount a small tmpfs)', () => {
  it.skipIf(!isSmallDisk)('a file that does not fit leaves the room for one that does', async () => {
    const { ada } = await aCast(server);
    const room = await aRoom(ada);
    const large = 'a'.repeat(2_000_000);
    expect(await uploadFile(ada, room, 'large.txt', large)).toBe('SERVICE_UNAVAILABLE');
    const plain = await postUpload(ada, [
      ['roomId', room.id],
      ['file', new File([large], 'large.txt')],
    ]);
    expect(plain).toMatchObject({ status: 503, body: { code: 'SERVICE_UNAVAILABLE' } });
    expect(await upload(ada, room, 'small.txt', 'a'.repeat(500_000))).toMatchObject({ size: 500_000 });
  });

  it.skipIf(!isSmallDisk)(
    'a file that comes in by parts waits until there is room, and goes on from where it stood',
    async () => {
      const { ada } = await aCast(server);
      const room = await aRoom(ada);
      const bytes = Buffer.from('b'.repeat(150_000));
      const address = await begins(ada, room, { filename: 'parts.txt', length: bytes.length });
      expect(await sendsPart(ada, address, 0, bytes.subarray(0, 50_000))).toMatchObject({ offset: 50_000 });
      const other = join(folder, 'other');
      writeFileSync(other, 'x'.repeat(statfsSync(folder).bavail * statfsSync(folder).bsize - 30_000));
      const refused = await sendsPart(ada, address, 50_000, bytes.subarray(50_000));
      expect(refused).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
      expect(await asksHowFar(ada, address)).toMatchObject({ offset: 50_000 });
      // Room for the rest of it, and none for the file that is made of it.
      rmSync(other);
      writeFileSync(other, 'x'.repeat(statfsSync(folder).bavail * statfsSync(folder).bsize - 110_000));
      const unstored = await sendsPart(ada, address, 50_000, bytes.subarray(50_000));
      expect(unstored).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
      rmSync(other);
      const file = await finishes(ada, address, bytes);
      expect(await bytesOf(await get(ada, file.url))).toEqual(bytes);
    },
  );
});

function mounts(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
