import { Readable } from 'node:stream';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '#server/files/metadata/byte-reader.js';
import { metadataFinderFor } from '#server/files/metadata/metadata-patches.js';
import { patched } from '#server/files/metadata/patches.js';
import { StoredFile, TooIntricate } from '#server/files/metadata/stored-file.js';
import { withoutMetadata } from '#server/files/metadata/without-metadata.js';
import {
  aFilm,
  aHeif,
  aMovie,
  aRecording,
  aTellingGif,
  aTiff,
  aTrack,
  aTrackOfPlaces,
  box,
  longBox,
  PLACE,
  SHOWN,
} from '../support/files/media.js';
import { rounds } from '../support/chance/rounds.js';

const RUNS = rounds({ quick: 300, thorough: 20_000 });

describe('a film or a picture that tells where it was made', () => {
  it.each([
    ['an MP4 with its table at the end', 'video/mp4', aFilm()],
    [
      'a QuickTime film with its table first',
      'video/quicktime',
      Buffer.concat([box('ftyp', 'qt  '), aMovie(), box('wide'), box('mdat', SHOWN)]),
    ],
    [
      'a film of 3GPP with long lengths',
      'video/3gpp',
      Buffer.concat([box('ftyp', '3gp4'), longBox('mdat', SHOWN), longBox('uuid', PLACE), aMovie()]),
    ],
    ['a film of a camera that notes where it is', 'video/mp4', ofPlaces(false)],
    ['the same, with long places', 'video/mp4', ofPlaces(true)],
    ['a HEIC picture', 'image/heic', aHeif()],
    ['a WebM film', 'video/webm', aRecording()],
    ['a recording that was sent while it was made', 'video/webm', aRecording(true)],
    ['a TIFF', 'image/tiff', aTiff()],
    [
      'a JPEG XL',
      'image/jxl',
      Buffer.concat([
        box('JXL ', '\r\n\x87\n'),
        box('ftyp', 'jxl '),
        box('jxlc', SHOWN),
        box('Exif', PLACE),
        box('xml ', PLACE),
      ]),
    ],
    [
      'a JPEG 2000',
      'image/jp2',
      Buffer.concat([box('jP  ', '\r\n\x87\n'), box('ftyp', 'jp2 '), box('uuid', PLACE), box('jp2c', SHOWN)]),
    ],
  ])('is silent afterwards, as long as before, and shows the same: %s', async (_, mediaType, file) => {
    expect(file.toString('latin1')).toContain(PLACE);
    const silent = await silenced(mediaType, file);
    expect(silent.toString('latin1')).not.toContain('51.5');
    expect(silent.toString('latin1')).not.toContain('Ada');
    expect(silent.length).toBe(file.length);
    expect(silent.indexOf(SHOWN)).toBe(file.indexOf(SHOWN));
    expect(await silenced(mediaType, file, 1)).toEqual(silent);
  });

  it.each(['avif', 'tiff'] as const)('keeps every pixel: %s', async (format) => {
    const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
    const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: 'teal', noise } });
    const told = await picture
      .withExif({ IFD0: { Artist: 'Ada at home' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Ada</x:xmpmeta>')
      .toFormat(format)
      .toBuffer();
    expect(told.toString('latin1')).toContain('Ada');
    const silent = await silenced(`image/${format}`, told);
    expect(silent.toString('latin1')).not.toContain('Ada');
    expect(await sharp(silent).raw().toBuffer()).toEqual(await sharp(told).raw().toBuffer());
  });

  it('keeps every picture of a GIF, and how it moves', async () => {
    const told = await aTellingGif();
    const silent = await withoutTold('image/gif', told);
    expect(silent.toString('latin1')).not.toMatch(/XMP|Ada/);
    const { pages, delay, loop } = await sharp(silent, { animated: true }).metadata();
    expect({ pages, delay, loop }).toEqual({ pages: 2, delay: [100, 100], loop: 0 });
    const pixelsOf = (bytes: Buffer) => sharp(bytes, { animated: true }).raw().toBuffer();
    expect(await pixelsOf(silent)).toEqual(await pixelsOf(told));
  });

  it('is left alone where it tells nothing', async () => {
    const film = Buffer.concat([box('ftyp', 'isom'), box('moov', aTrack('nope').subarray(0, 0)), box('mdat', SHOWN)]);
    expect(await silenced('video/mp4', film)).toEqual(film);
  });

  it('is not looked through for ever', async () => {
    const film = Buffer.concat(Array.from({ length: 150_000 }, () => box('free')));
    await expect(silenced('video/mp4', film)).rejects.toThrow(TooIntricate);
    const circle = Buffer.from('49492a000800000000000800000000', 'hex');
    expect((await silenced('image/tiff', circle)).length).toBe(circle.length);
  });
});

describe('whatever bytes come', () => {
  const TYPES = ['video/mp4', 'image/heic', 'image/avif', 'video/webm', 'image/tiff', 'image/jxl', 'image/jp2'];
  const honest = [aFilm(), ofPlaces(false), aHeif(), aRecording(), aRecording(true), aTiff()];

  it('they are looked through without a fault, and come out as long as they were', async () => {
    const damaged = fc.record({
      file: fc.constantFrom(...honest),
      length: fc.nat(),
      damage: fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 1, 8, 127, 128, 255)), { maxLength: 8 }),
    });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((random) => Buffer.from(random)),
      damaged.map(({ file, length, damage }) => {
        const copy = Buffer.from(file.subarray(0, length % (file.length + 1)));
        for (const [at, value] of damage) copy[at % Math.max(copy.length, 1)] = value;
        return copy;
      }),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(...TYPES), fc.integer({ min: 1, max: 90 }), async (file, type, step) => {
        expect((await silenced(type, file, step)).length).toBe(file.length);
      }),
      { numRuns: RUNS },
    );
  });

  it('a GIF, a PNG, a JPEG or a WebP never grows by it, and never stops in the middle', async () => {
    const gif = await aTellingGif();
    const others = await Promise.all(
      (['png', 'jpeg', 'webp'] as const).map((format) => sharp(gif).withXmp('<x/>').toFormat(format).toBuffer()),
    );
    const files = [gif, ...others];
    const types = ['image/gif', 'image/png', 'image/jpeg', 'image/webp'];
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.nat(3), fc.nat(3), fc.nat(), damage, async (which, type, length, changes) => {
        const file = files[which] ?? gif;
        const copy = Buffer.from(file.subarray(0, length % (file.length + 1)));
        for (const [at, value] of changes) copy[at % Math.max(copy.length, 1)] = value;
        expect((await withoutTold(types[type] ?? '', copy)).length).toBeLessThanOrEqual(copy.length + 16);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('patches', () => {
  it('blank each byte that one of them names, however they overlap and whatever the pieces are', async () => {
    const patch = fc.record({ at: fc.nat(120), length: fc.nat(130) });
    await fc.assert(
      fc.asyncProperty(fc.array(patch, { maxLength: 12 }), fc.integer({ min: 1, max: 120 }), async (patches, step) => {
        const file = Buffer.alloc(100, 1);
        const expected = file.map((_, at) => (patches.some((one) => one.at <= at && at < one.at + one.length) ? 0 : 1));
        expect(await joined(patched(inPieces(file, step), patches))).toEqual(Buffer.from(expected));
      }),
      { numRuns: RUNS },
    );
  });
});

function ofPlaces(long: boolean): Buffer {
  const shown = box('mdat', PLACE, SHOWN, PLACE);
  return Buffer.concat([shown, aMovie(aTrackOfPlaces(8, 8 + PLACE.length + SHOWN.length, long))]);
}

async function silenced(mediaType: string, file: Buffer, step = 1000): Promise<Buffer> {
  const stored = new StoredFile(file.length, (at, length) => Promise.resolve(file.subarray(at, at + length)));
  const patches = (await metadataFinderFor(mediaType)?.(stored)) ?? [];
  return joined(patched(inPieces(file, step), patches));
}

function withoutTold(mediaType: string, file: Buffer): Promise<Buffer> {
  return joined(withoutMetadata(mediaType, new ByteReader(inPieces(file, 1000))));
}

function inPieces(file: Buffer, step: number): AsyncIterable<Buffer> {
  const count = Math.ceil(file.length / step);
  return Readable.from(Array.from({ length: count }, (_, at) => file.subarray(at * step, (at + 1) * step)));
}

async function joined(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const kept: Buffer[] = [];
  for await (const piece of pieces) kept.push(piece);
  return Buffer.concat(kept);
}
