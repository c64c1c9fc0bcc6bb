import type { ByteReader } from './byte-reader.js';
import { exifWith, orientationIn } from './orientation.js';

/**
 * A JPEG without what it tells about its making: of the application segments only those that decide how it looks stay
 * (JFIF, ICC colour profile, Adobe colour transform), and of Exif the orientation. What follows the end of the picture,
 * such as a second picture or a film with metadata of its own, is left out.
 */
export async function* jpegWithoutMetadata(reader: ByteReader): AsyncGenerator<Buffer, void> {
  yield await reader.take(2);
  for (;;) {
    const [first, marker] = await reader.peek(2);
    if (first !== 0xff || marker === undefined) {
      yield* reader.rest();
      return;
    }
    if (marker === END_OF_IMAGE) {
      yield await reader.take(2);
      return;
    }
    if (marker === FILL) await reader.skip(1);
    else if (isBare(marker)) yield await reader.take(2);
    else {
      yield* segment(reader, marker);
      if (marker === START_OF_SCAN) yield* scan(reader);
    }
  }
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const FILL = 0xff;
const APP1 = 0xe1;

async function* segment(reader: ByteReader, marker: number): AsyncGenerator<Buffer, void> {
  const head = await reader.peek(4);
  if (head.length < 4) {
    yield await reader.take(4);
    return;
  }
  const whole = await reader.take(2 + Math.max(head.readUInt16BE(2), 2));
  if (decidesTheLook(marker, whole.subarray(4))) {
    yield whole;
    return;
  }
  if (marker === APP1 && whole.toString('latin1', 4, 10) === 'Exif\0\0') yield* orientationOf(whole.subarray(10));
}

function* orientationOf(exif: Buffer): Generator<Buffer, void> {
  const orientation = orientationIn(exif);
  if (orientation === 1) return;
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifWith(orientation)]);
  const head = Buffer.from([0xff, APP1, 0, content.length + 2]);
  yield Buffer.concat([head, content]);
}

function decidesTheLook(marker: number, content: Buffer): boolean {
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  const isComment = marker === 0xfe;
  if (!isApplication) return !isComment;
  const name = content.toString('latin1', 0, 12);
  return (
    (marker === 0xe0 && name.startsWith('JFIF\0')) ||
    (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && name.startsWith('Adobe'))
  );
}

/** The compressed picture up to the next marker that is not part of it. */
async function* scan(reader: ByteReader): AsyncGenerator<Buffer, void> {
  for (;;) {
    const bytes = await reader.peek(SCAN_BYTES);
    if (bytes.length < 2) {
      yield await reader.take(2);
      return;
    }
    const end = endOfScan(bytes);
    if (end > 0) yield await reader.take(end);
    if (end < bytes.length - 1) return;
  }
}

const SCAN_BYTES = 64 * 1024;

/** Where the scan ends in these bytes. A 0xff as the last byte is kept back: what follows it decides. */
function endOfScan(bytes: Buffer): number {
  for (let at = bytes.indexOf(0xff); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return at;
    if (next !== 0 && next !== FILL && !isRestart(next)) return at;
  }
  return bytes.length;
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

/** Markers that stand alone, without a length. */
function isBare(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}
