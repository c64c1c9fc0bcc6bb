import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aCast } from '../support/people/cast.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { postUpload, upload, uploadFile } from '../support/files/uploads.js';

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
});

function mounts(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
