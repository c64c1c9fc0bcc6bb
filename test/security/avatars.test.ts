import { describe, expect, it, vi } from 'vitest';
import { AvatarDrawing } from '#server/files/avatars/avatar-drawing.js';
import sharp from 'sharp';
import { aCast } from '../support/people/cast.js';
import { Person } from '../support/people/person.js';
import { profileOf, sendsAvatar, setsAvatar } from '../support/people/profiles.js';
import { pngOf, sizeChunk, zerosChunk } from '../support/files/png.js';
import { PLACE } from '../support/files/media.js';
import { aPlainPicture, bytesOf, type Content, filesOnDisk, get, picture } from '../support/files/uploads.js';
import { aServer } from '../support/servers/server.js';

const MEGABYTE = 1024 * 1024;

const server = await aServer();
const { ada, otto } = await aCast(server);

describe('a picture of somebody that is refused, and leaves nothing behind', () => {
  it.each<[string, string, () => Content | Promise<Content>]>([
    [
      'a drawing that can run',
      'UNSUPPORTED_MEDIA_TYPE',
      () => '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    ],
    ['a page', 'UNSUPPORTED_MEDIA_TYPE', () => '<!doctype html><script>alert(1)</script>'],
    ['a text that begins like a picture', 'UNSUPPORTED_MEDIA_TYPE', () => 'GIF89a is how it begins'],
    ['a document', 'UNSUPPORTED_MEDIA_TYPE', () => '%PDF-1.7'],
    [
      'a picture that libvips could open, and we do not',
      'UNSUPPORTED_MEDIA_TYPE',
      async () => Buffer.from(await picture(20, 20).tiff().toBuffer()),
    ],
    ['nothing', 'UNSUPPORTED_MEDIA_TYPE', () => ''],
    [
      'half a picture',
      'UNSUPPORTED_MEDIA_TYPE',
      async () => Buffer.from((await picture(400, 400).png().toBuffer()).subarray(0, 5000)),
    ],
    [
      'one of 50,000 × 50,000',
      'UNSUPPORTED_MEDIA_TYPE',
      async () => pngOf(sizeChunk(50_000, 50_000), await zerosChunk('IDAT', 312 * MEGABYTE)),
    ],
    [
      'one of 200 megapixels',
      'UNSUPPORTED_MEDIA_TYPE',
      async () => Buffer.from(await aPlainPicture(16_000, 12_500).jpeg().toBuffer()),
    ],
    ['one of more than 8 MiB', 'PAYLOAD_TOO_LARGE', () => Buffer.alloc(8 * MEGABYTE + 1, 7)],
  ])('is %s', async (_, code, make) => {
    const content = await make();
    const before = await filesOnDisk(server);
    expect(await sendsAvatar(ada, content)).toBe(code);
    expect(await filesOnDisk(server)).toEqual(before);
    expect((await profileOf(ada, ada)).avatarUrl).toBeNull();
  });

  it('is one of somebody who signs out while it is drawn', async () => {
    const { ben } = await aCast(server);
    const before = await filesOnDisk(server);
    const drawing = server.app.get(AvatarDrawing);
    const draw = drawing.draw.bind(drawing);
    vi.spyOn(drawing, 'draw').mockImplementationOnce(async (incoming) => {
      const images = await draw(incoming);
      await ben.asks('mutation { logoutEverywhere { ok } }');
      return images;
    });
    expect(await sendsAvatar(ben, await picture(300, 300).png().toBuffer())).toBe('UNAUTHENTICATED');
    const again = await Person.signsIn(server, ben.username);
    expect((await profileOf(again, ben)).avatarUrl).toBeNull();
    expect(await filesOnDisk(server)).toEqual(before);
  });
});

describe('what is served', () => {
  it('is drawn anew: nothing of the file that was sent, neither where it was taken nor what else it could be', async () => {
    const { ben } = await aCast(server);
    const jpeg = await picture(300, 300)
      .withExif({ IFD0: { ImageDescription: PLACE }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 5/1' } })
      .jpeg()
      .toBuffer();
    const polyglot = Buffer.concat([jpeg, Buffer.from('<script>alert(document.cookie)</script>')]);
    const url = await setsAvatar(ben, polyglot);
    for (const size of ['', '?size=48', '?size=512']) {
      const bytes = await bytesOf(await get(otto, url + size));
      expect(bytes.includes('<script>')).toBe(false);
      expect(bytes.includes('Ada')).toBe(false);
      const { exif, xmp, icc, iptc } = await sharp(bytes).metadata();
      expect([exif, xmp, icc, iptc]).toEqual([undefined, undefined, undefined, undefined]);
    }
  });

  it('is never run by a browser', async () => {
    const { ben } = await aCast(server);
    const answer = await get(ben, await setsAvatar(ben, await picture(60, 60).png().toBuffer()));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('is for everybody who is signed in, a guest as well, and for nobody else', async () => {
    const { ben } = await aCast(server);
    const url = await setsAvatar(ben, await picture(60, 60).png().toBuffer());
    const guest = await Person.entersAsGuest(server, 'Gila');
    expect((await get(guest, url)).status).toBe(200);
    const visitor = await get({ server, bearer: {} }, url);
    expect(visitor.status).toBe(401);
    expect(visitor.headers.get('cache-control') ?? '').not.toContain('immutable');
    expect((await get({ server, bearer: { authorization: 'Bearer of bad news' } }, url)).status).toBe(401);
  });

  it.each(['?size=64', '?size=', '?size=128&size=48', '?size=128.5', '?size=-1'])(
    'comes in no other size: %s',
    async (query) => {
      const { ben } = await aCast(server);
      const url = await setsAvatar(ben, await picture(60, 60).png().toBuffer());
      expect((await get(otto, url + query)).status).toBe(404);
    },
  );

  it.each(['..%2f..%2fdata', 'a', 'f'.repeat(32), '%00', 'F'.repeat(32), `${'f'.repeat(32)}/48`])(
    'has no other path: %s',
    async (path) => {
      expect((await get(otto, `/uploads/avatars/${path}`)).status).toBe(404);
      expect((await get({ server, bearer: {} }, `/uploads/avatars/${path}`)).status).toBe(401);
    },
  );
});

it('how often somebody changes it has a bound', async () => {
  const strict = await aServer({ RATE_LIMITS: 'on' });
  const person = await Person.registers(strict, 'ada');
  const png = await picture(40, 40).png().toBuffer();
  const answers = [];
  for (let count = 0; count < 21; count += 1) answers.push(await sendsAvatar(person, png));
  expect(answers.at(-1)).toBe('RATE_LIMITED');
});
