import { describe, expect, it } from 'vitest';
import sharp, { type JpegOptions } from 'sharp';
import { aCast } from '../support/people/cast.js';
import { chunk, pngOf, sizeChunk, zerosChunk } from '../support/files/png.js';
import { aRoom } from '../support/people/room.js';
import { aServer } from '../support/servers/server.js';
import { aPlainPicture, bytesOf, type Content, get, picture, upload } from '../support/files/uploads.js';

const MEGABYTE = 1024 * 1024;
/** What the largest picture that is drawn takes. */
const MAX_MEGABYTES = 150;
/** Of work, however busy the machine is. */
const MAX_SECONDS = 3;

const server = await aServer();
const { ada } = await aCast(server);
const room = await aRoom(ada);
await upload(ada, room, 'warm.png', await picture(2000, 2000).png().toBuffer());

describe('a small file that would unpack to an enormous one', () => {
  it.each<[string, () => Content | Promise<Content>]>([
    [
      'a PNG of 50,000 × 50,000 zeros',
      async () => pngOf(sizeChunk(50_000, 50_000), await zerosChunk('IDAT', 312 * MEGABYTE)),
    ],
    [
      'a PNG that says that it is that large',
      async () => pngOf(sizeChunk(50_000, 50_000), await zerosChunk('IDAT', 100)),
    ],
    ['a PNG that says that it is small', async () => pngOf(sizeChunk(8, 8), await zerosChunk('IDAT', 500 * MEGABYTE))],
    ['a PNG with a long description', async () => small(await zerosChunk('zTXt', 500 * MEGABYTE, 'Comment\0\0'))],
    [
      'a PNG with a long translation',
      async () => small(await zerosChunk('iTXt', 500 * MEGABYTE, 'Comment\0\x01\0\0\0')),
    ],
    [
      'a PNG with a profile of colours that is no profile',
      async () => small(await zerosChunk('iCCP', 500 * MEGABYTE, 'all\0\0')),
    ],
    ['a JPEG that says that it is 65,500 × 65,500', () => jpegThatSays(65_500)],
    ['a JPEG of 200 megapixels', () => jpegOf(200)],
    ['a JPEG of 200 megapixels that comes in passes', () => jpegOf(200, { progressive: true })],
    ['a GIF that says that it is 65,535 × 65,535', () => gif(65_535, 1)],
    ['a GIF of 50,000 pictures', () => gif(2000, 50_000)],
    ['a WebP of 1,000 pictures', () => moving(1000)],
  ])('is %s: taken, or told that it has no small picture, at the cost of a large one', async (_, make) => {
    const content = await make();
    const before = process.resourceUsage().maxRSS / 1024;
    const began = process.cpuUsage();
    const file = await upload(ada, room, 'bomb', content);
    expect(file.mediaType).toMatch(/^image\//);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1_000_000).toBeLessThan(MAX_SECONDS);
    expect(process.resourceUsage().maxRSS / 1024 - before).toBeLessThan(MAX_MEGABYTES);
    if (file.thumbnailUrl === null) return;
    const { width, height } = await sharp(await bytesOf(await get(ada, file.thumbnailUrl))).metadata();
    expect(Math.max(width, height)).toBeLessThanOrEqual(640);
  });
});

function small(extra: Buffer): Content {
  return pngOf(sizeChunk(8, 8), extra, chunk('IDAT', Buffer.from('789c636068c0000001830100', 'hex')));
}

async function jpegThatSays(edge: number): Promise<Content> {
  const jpeg = await picture(16, 16).jpeg().toBuffer();
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(edge, frame + 5);
  jpeg.writeUInt16BE(edge, frame + 7);
  return Buffer.from(jpeg);
}

async function jpegOf(megapixels: number, options: JpegOptions = {}): Promise<Content> {
  const jpeg = await aPlainPicture(16_000, megapixels * 62.5)
    .jpeg(options)
    .toBuffer();
  return Buffer.from(jpeg);
}

/** Pictures of one pixel each on a canvas of this size. */
function gif(edge: number, pictures: number): Content {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  head.writeUInt16LE(edge, 6);
  head.writeUInt16LE(edge, 8);
  const frame = Buffer.from('\x21\xf9\x04\0\x01\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0', 'latin1');
  return Buffer.concat([head, ...Array.from({ length: pictures }, () => frame), Buffer.from(';')]);
}

/** A WebP of that many pictures, all but the first of them the second. */
async function moving(pictures: number): Promise<Content> {
  const two = [await picture(64, 64).png().toBuffer(), await picture(64, 64).png().toBuffer()];
  const webp = await sharp(two, { join: { animated: true } })
    .webp({ quality: 1, delay: [20, 20] })
    .toBuffer();
  const last = webp.lastIndexOf('ANMF');
  const grown = Buffer.concat([webp, ...Array.from({ length: pictures - 2 }, () => webp.subarray(last))]);
  grown.writeUInt32LE(grown.length - 8, 4);
  return grown;
}
