import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { backUp, restore } from '#server/backup/index.js';
import { FilesSweep } from '#server/files/index.js';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { profileOf, setsAvatar, updatesProfile } from '../support/people/profiles.js';
import { settingsIn } from '../support/files/backups.js';
import { bytesOf, filesOnDisk, get, picture } from '../support/files/uploads.js';
import { aServer } from '../support/servers/server.js';

const JWT_SECRET = 'the same on both machines, of course';
const server = await aServer({ JWT_SECRET });
const place = mkdtempSync(join(tmpdir(), 'tertulia-avatars-'));
afterAll(() => {
  rmSync(place, { recursive: true });
});

describe('a picture of somebody', () => {
  it('is served as a square in three sizes, which browsers may keep', async () => {
    const { ada, otto } = await aCast(server);
    const url = await setsAvatar(ada, await picture(300, 200).jpeg().toBuffer());
    for (const [query, edge] of [
      ['', 128],
      ['?size=48', 48],
      ['?size=128', 128],
      ['?size=512', 512],
    ] as const) {
      const answer = await get(otto, url + query);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/webp');
      expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
      expect(await sharp(await bytesOf(answer)).metadata()).toMatchObject({
        width: edge,
        height: edge,
        format: 'webp',
      });
    }
  });

  it('shows the middle of what was sent, the right way up', async () => {
    const { ada } = await aCast(server);
    // Blue above red; turned by its metadata, blue stands to the right.
    const half = { width: 100, height: 100, channels: 3 } as const;
    const red = await sharp({ create: { ...half, background: 'red' } })
      .png()
      .toBuffer();
    const turned = await sharp({ create: { ...half, height: 200, background: 'blue' } })
      .composite([{ input: red, top: 100, left: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const url = await setsAvatar(ada, turned);
    const { data, info } = await sharp(await bytesOf(await get(ada, url)))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixel = (x: number) => [...data.subarray((64 * info.width + x) * info.channels).subarray(0, 3)];
    const [left, right] = [pixel(20), pixel(107)] as [number[], number[]];
    expect(left[0]).toBeGreaterThan(200);
    expect(left[2]).toBeLessThan(60);
    expect(right[2]).toBeGreaterThan(200);
    expect(right[0]).toBeLessThan(60);
  });

  it('has a path of its own each time, and the same one for the same picture', async () => {
    const { ada } = await aCast(server);
    const [first, second] = [await picture(90, 90).png().toBuffer(), await picture(90, 90).png().toBuffer()];
    const url = await setsAvatar(ada, first);
    expect(await setsAvatar(ada, first)).toBe(url);
    const other = await setsAvatar(ada, second);
    expect(other).not.toBe(url);
    expect(await setsAvatar(ada, first)).not.toBe(url);
  });

  it('leaves nothing on the disk once another one is shown, or none', async () => {
    const { ada } = await aCast(server);
    const before = (await filesOnDisk(server)).length;
    const old = await setsAvatar(ada, await picture(90, 90).png().toBuffer());
    await expect.poll(async () => (await filesOnDisk(server)).length).toBe(before + 3);
    const png = await picture(90, 90).png().toBuffer();
    const url = await setsAvatar(ada, png);
    await setsAvatar(ada, png);
    await expect.poll(async () => (await filesOnDisk(server)).length).toBe(before + 3);
    await expect.poll(async () => (await get(ada, old)).status).toBe(404);
    expect((await get(ada, url)).status).toBe(200);
    await updatesProfile(ada, { removeAvatar: true });
    await expect.poll(async () => (await filesOnDisk(server)).length).toBe(before);
    expect((await get(ada, url)).status).toBe(404);
  });

  it('is swept by nobody while it is shown', async () => {
    const { ada } = await aCast(server);
    const url = await setsAvatar(ada, await picture(90, 90).png().toBuffer());
    server.clock.advance({ minutes: 25 * 60 });
    await server.app.get(FilesSweep).sweep();
    const later = await Person.signsIn(server, ada.username);
    expect((await get(later, url)).status).toBe(200);
    expect((await get(later, `${url}?size=512`)).status).toBe(200);
  });

  it('is in a backup, and comes back with it; one that was replaced is not', async () => {
    const { ada, ben } = await aCast(server);
    const old = await setsAvatar(ben, await picture(90, 90).png().toBuffer());
    await setsAvatar(ben, await picture(90, 90).png().toBuffer());
    await updatesProfile(ben, { removeAvatar: true });
    const url = await setsAvatar(ada, await picture(90, 90).png().toBuffer());
    const shown = await Promise.all(
      ['?size=48', '?size=128', '?size=512'].map(async (size) => bytesOf(await get(ada, url + size))),
    );
    const archive = join(place, 'faces.tar');
    const { lacking } = await backUp(settingsIn(server.folder), archive);
    expect(lacking).toEqual([]);
    const house = await aServer({ JWT_SECRET });
    await house.stop();
    await restore(settingsIn(house.folder), archive, { replace: true });
    await house.restart();
    const adas = await Person.signsIn(house, ada.username);
    expect((await profileOf(adas, ada)).avatarUrl).toBe(url);
    for (const [index, size] of ['?size=48', '?size=128', '?size=512'].entries())
      expect(await bytesOf(await get(adas, url + size))).toEqual(shown[index]);
    expect((await profileOf(adas, ben)).avatarUrl).toBeNull();
    expect((await get(adas, old)).status).toBe(404);
  });
});
