import sharp from 'sharp';
import { picture } from './uploads.js';

/** Said in every place in which a file can say it. */
export const PLACE = '+51.5014-000.1419/ by Ada';
/** What is shown, and must come through as it is. */
export const SHOWN = 'the light and the sound of it';

/** A part of a file of the ISO family: its length, its type, its content. */
export function box(type: string, ...content: readonly (Buffer | string)[]): Buffer {
  const whole = Buffer.concat([Buffer.alloc(4), ...[type, ...content].map(bytesOf)]);
  whole.writeUInt32BE(whole.length);
  return whole;
}

/** The same with a length of 64 bits. */
export function longBox(type: string, ...content: readonly (Buffer | string)[]): Buffer {
  const whole = Buffer.concat([Buffer.alloc(4), bytesOf(type), Buffer.alloc(8), ...content.map(bytesOf)]);
  whole.writeUInt32BE(1);
  whole.writeBigUInt64BE(BigInt(whole.length), 8);
  return whole;
}

export function numbers(bytes: number, ...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(bytes * values.length);
  for (const [index, value] of values.entries()) buffer.writeUIntBE(value, index * bytes, bytes);
  return buffer;
}

const VERSION = numbers(4, 0);

export function aTrack(handler: string, ...more: readonly Buffer[]): Buffer {
  const media = box(
    'mdia',
    box('mdhd', VERSION, numbers(4, 77, 77, 1, 1, 0)),
    box('hdlr', VERSION, 'mhlr', handler, numbers(4, 0, 0, 0)),
    box('minf', 'tables'),
  );
  return box('trak', box('tkhd', VERSION, numbers(4, 77, 77, 1, 0, 1)), media, ...more);
}

/** A camera that notes where it is: three samples in two chunks, at these places of the file. */
export function aTrackOfPlaces(first: number, second: number, long = false): Buffer {
  const sizes = box('stsz', VERSION, numbers(4, 0, 3, 10, PLACE.length - 10, PLACE.length));
  const runs = box('stsc', VERSION, numbers(4, 2, 1, 2, 1, 2, 1, 1));
  const chunks = long
    ? box('co64', VERSION, numbers(4, 2, 0, first, 0, second))
    : box('stco', VERSION, numbers(4, 2, first, second));
  const media = box('mdia', box('hdlr', VERSION, 'mhlr', 'meta'), box('minf', box('stbl', sizes, runs, chunks)));
  return box('trak', media);
}

export function aMovie(...more: readonly Buffer[]): Buffer {
  const keys = box('keys', VERSION, numbers(4, 1), box('mdta', 'com.apple.quicktime.location.ISO6709'));
  const list = box('ilst', box('\0\0\0\x01', box('data', numbers(4, 1, 0), PLACE)));
  const meta = box('meta', VERSION, box('hdlr', VERSION, numbers(4, 0), 'mdta', numbers(4, 0, 0, 0)), keys, list);
  return box(
    'moov',
    box('mvhd', VERSION, numbers(4, 77, 77, 1000, 1000)),
    aTrack('vide', box('udta', box('\xa9xyz', numbers(2, PLACE.length, 0x15c7), PLACE))),
    aTrack('soun', box('meta', PLACE)),
    box('udta', box('\xa9xyz', PLACE), box('loci', VERSION, PLACE), box('XMP_', PLACE)),
    meta,
    ...more,
  );
}

export function aFilm(brand = 'isom'): Buffer<ArrayBuffer> {
  const uuid = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');
  return Buffer.concat([
    box('ftyp', brand, VERSION, brand),
    box('mdat', SHOWN),
    aMovie(),
    box('uuid', uuid, PLACE),
    box('free', PLACE),
  ]);
}

/** A HEIF picture with an item that is shown, Exif behind it, and XMP within its table of contents. */
export function aHeif(): Buffer<ArrayBuffer> {
  const file = box('ftyp', 'heic', VERSION, 'mif1heic');
  const info = (id: number, type: string, more = ''): Buffer =>
    box('infe', numbers(4, 0x02000000), numbers(2, id, 0), type, `\0${more}`);
  const infos = box(
    'iinf',
    VERSION,
    numbers(2, 3),
    info(1, 'hvc1'),
    info(2, 'Exif'),
    info(3, 'mime', 'application/rdf+xml\0'),
  );
  const table = (start: number): Buffer => {
    const item = (id: number, method: number, at: number, length: number): Buffer =>
      Buffer.concat([numbers(2, id, method, 0), numbers(2, 1), numbers(4, at, length)]);
    const location = box(
      'iloc',
      numbers(4, 0x01000000),
      numbers(2, 0x4400, 3),
      item(1, 0, start, SHOWN.length),
      item(2, 0, start + SHOWN.length, PLACE.length),
      item(3, 1, 0, PLACE.length),
    );
    return box(
      'meta',
      VERSION,
      box('hdlr', VERSION, numbers(4, 0), 'pict', numbers(4, 0, 0, 0)),
      infos,
      location,
      box('idat', PLACE),
    );
  };
  const start = file.length + table(0).length + 8;
  return Buffer.concat([file, table(start), box('mdat', SHOWN, PLACE)]);
}

/** An element of Matroska with a length of eight bytes; unknown where a recording was sent while it was made. */
export function element(id: string, content: Buffer | string, isEndless = false): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE((1n << 56n) | (isEndless ? (1n << 56n) - 1n : BigInt(bytesOf(content).length)));
  return Buffer.concat([Buffer.from(id, 'hex'), length, bytesOf(content)]);
}

export function aRecording(isEndless = false): Buffer<ArrayBuffer> {
  const head = element('1a45dfa3', element('4282', 'webm'));
  const info = element(
    '1549a966',
    Buffer.concat([element('7ba9', PLACE), element('4461', PLACE), element('4d80', 'maker')]),
  );
  const tags = element('1254c367', element('7373', element('67c8', PLACE)));
  const cluster = element('1f43b675', element('a3', SHOWN), isEndless);
  const short = Buffer.from([0x7b, 0xa9, 0x83, 0x41, 0x64, 0x61]);
  const segment = element(
    '18538067',
    Buffer.concat([info, element('1549a966', short), cluster, tags, element('1941a469', PLACE)]),
    isEndless,
  );
  return Buffer.concat([head, segment]);
}

/** A TIFF put together by hand, with a directory of places. */
export function aTiff(): Buffer<ArrayBuffer> {
  const entry = (tag: number, type: number, count: number, value: number): Buffer =>
    Buffer.concat([numbers(2, tag, type), numbers(4, count, value)]);
  const directory = (...entries: readonly Buffer[]): Buffer =>
    Buffer.concat([numbers(2, entries.length), ...entries, numbers(4, 0)]);
  const first = 8 + SHOWN.length;
  const [gps, exif, text] = [first + 66, first + 66 + 30, first + 66 + 30 + 18];
  return Buffer.concat([
    Buffer.from('MM\0*'),
    numbers(4, first),
    Buffer.from(SHOWN),
    directory(
      entry(256, 4, 1, 1),
      entry(273, 4, 1, 8),
      entry(700, 1, PLACE.length, text),
      entry(34_665, 4, 1, exif),
      entry(34_853, 4, 1, gps),
    ),
    directory(entry(2, 5, 3, text), entry(1, 2, 2, 0x4e000000)),
    directory(entry(37_500, 7, PLACE.length, text)),
    Buffer.from(PLACE),
  ]);
}

/** A GIF that moves, with XMP as programs write it, and a comment. */
export async function aTellingGif(): Promise<Buffer<ArrayBuffer>> {
  const frames = [await picture(40, 40).png().toBuffer(), await picture(40, 40).png().toBuffer()];
  const gif = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100], loop: 0 })
    .toBuffer();
  const trailer = Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0]);
  const xmp = Buffer.concat([Buffer.from(`!\xff\x0bXMP DataXMP${PLACE}`, 'latin1'), trailer]);
  const comment = Buffer.concat([
    Buffer.from('!\xfe', 'latin1'),
    numbers(1, PLACE.length),
    Buffer.from(PLACE),
    numbers(1, 0),
  ]);
  const behindHead = 13 + ((gif[10] ?? 0) & 0x80 ? 3 * 2 ** (((gif[10] ?? 0) & 7) + 1) : 0);
  return Buffer.concat([gif.subarray(0, behindHead), xmp, comment, gif.subarray(behindHead), Buffer.from(PLACE)]);
}

function bytesOf(content: Buffer | string): Buffer {
  return typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
}
