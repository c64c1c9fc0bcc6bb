import { Readable } from 'node:stream';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '#server/files/metadata/byte-reader.js';
import { withoutMetadata } from '#server/files/metadata/without-metadata.js';

const PLACE = {
  IFD0: { Artist: 'Ada', Copyright: 'Ada at home' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
};

describe('a picture that says where it was taken', () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    it(`as ${format} keeps every pixel and loses the place, the author and the device`, async () => {
      const told = await picture().withExif(PLACE).toFormat(format).toBuffer();
      expect((await sharp(told).metadata()).exif).toBeDefined();
      const kept = await stripped(`image/${format}`, told);
      expect(kept.toString('latin1')).not.toMatch(/Ada|GPS/);
      expect(await pixels(kept)).toEqual(await pixels(told));
    });

    it(`as ${format} stays the right way up`, async () => {
      const lying = await picture().withExif(PLACE).withMetadata({ orientation: 6 }).toFormat(format).toBuffer();
      const kept = await stripped(`image/${format}`, lying);
      const { orientation, autoOrient } = await sharp(kept).metadata();
      expect({ orientation, autoOrient }).toEqual({ orientation: 6, autoOrient: { width: 40, height: 60 } });
      expect(kept.toString('latin1')).not.toContain('Ada');
    });

    it(`as ${format} comes out the same when it arrives byte by byte`, async () => {
      const told = await picture().withExif(PLACE).toFormat(format).toBuffer();
      expect(await stripped(`image/${format}`, told, 1)).toEqual(await stripped(`image/${format}`, told));
    });

    it(`as ${format} and cut off anywhere is passed on without a fault`, async () => {
      const told = await picture().withExif(PLACE).toFormat(format).toBuffer();
      for (let length = 0; length < told.length; length += 7) {
        const part = told.subarray(0, length);
        expect((await stripped(`image/${format}`, part)).length).toBeLessThanOrEqual(part.length);
      }
    });
  }

  it('keeps its colour profile', async () => {
    const profiled = await picture().withIccProfile('p3').jpeg().toBuffer();
    const { icc } = await sharp(await stripped('image/jpeg', profiled)).metadata();
    expect(icc).toEqual((await sharp(profiled).metadata()).icc);
  });

  it('keeps every scan of a progressive JPEG', async () => {
    const progressive = await noise(640, 480).withExif(PLACE).jpeg({ progressive: true }).toBuffer();
    expect(await pixels(await stripped('image/jpeg', progressive))).toEqual(await pixels(progressive));
  });

  it('loses what is hidden behind its end', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    const kept = await stripped('image/jpeg', Buffer.concat([jpeg, Buffer.from('a film with a GPS track')]));
    expect(kept.toString('latin1')).not.toContain('GPS');
  });

  it('loses XMP and comments', async () => {
    const told = await picture().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Ada</x:xmpmeta>').webp().toBuffer();
    expect((await stripped('image/webp', told)).toString('latin1')).not.toContain('Ada');
  });

  it('stays animated', async () => {
    const frames = await sharp([await noise(30, 30).png().toBuffer(), await noise(30, 30).png().toBuffer()], {
      join: { animated: true },
    })
      .withExif(PLACE)
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer();
    const kept = await stripped('image/webp', frames);
    expect((await sharp(kept, { animated: true }).metadata()).pages).toBe(2);
    expect(kept.toString('latin1')).not.toContain('Ada');
  });
});

it('a file of another kind is passed on byte for byte', async () => {
  const bytes = Buffer.from('GPS is only a word here');
  expect(await stripped('text/plain', bytes)).toEqual(bytes);
});

function picture(): Sharp {
  return noise(60, 40);
}

function noise(width: number, height: number): Sharp {
  return sharp({
    create: { width, height, channels: 3, background: 'teal', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  });
}

function pixels(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes).raw().toBuffer();
}

async function stripped(mediaType: string, bytes: Buffer, step = 1000): Promise<Buffer> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / step) }, (_, at) =>
    bytes.subarray(at * step, (at + 1) * step),
  );
  const kept: Buffer[] = [];
  for await (const piece of withoutMetadata(mediaType, new ByteReader(Readable.from(pieces)))) kept.push(piece);
  return Buffer.concat(kept);
}
