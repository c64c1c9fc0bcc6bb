import type { ByteReader } from './byte-reader.js';
import { EXIF_BYTES, exifWith, orientationIn } from './orientation.js';

/**
 * A WebP whose metadata is blank. Its first bytes hold the length of the whole, and they are sent on before what follows
 * is known: so a chunk of metadata keeps its length and loses its content, except which way up the picture is.
 */
export async function* webpWithoutMetadata(reader: ByteReader): AsyncGenerator<Buffer, void> {
  const container = await reader.take(12);
  yield container;
  let left = container.length < 12 ? 0 : container.readUInt32LE(4) - 4;
  while (left > 0) {
    const head = await reader.peek(8);
    if (head.length < 8) {
      yield* reader.rest();
      return;
    }
    const type = head.toString('latin1', 0, 4);
    const content = head.readUInt32LE(4);
    const padded = content + (content % 2);
    yield await reader.take(8);
    if (type === 'EXIF') yield* blankExif(reader, padded);
    else if (SHOWN.has(type)) yield* reader.pass(padded);
    else yield* blank(reader, padded);
    left -= 8 + padded;
  }
}

/** What a picture is drawn from. */
const SHOWN = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF_LOOK_BYTES = 64 * 1024;

async function* blankExif(reader: ByteReader, length: number): AsyncGenerator<Buffer, void> {
  const start = await reader.take(Math.min(length, EXIF_LOOK_BYTES));
  // Some writers put JPEG's own prefix before the data.
  const exif = start.toString('latin1', 0, 6) === 'Exif\0\0' ? start.subarray(6) : start;
  const blanked = Buffer.alloc(start.length);
  if (start.length >= EXIF_BYTES) exifWith(orientationIn(exif)).copy(blanked);
  yield blanked;
  yield* blank(reader, length - start.length);
}

async function* blank(reader: ByteReader, length: number): AsyncGenerator<Buffer, void> {
  for await (const piece of reader.pass(length)) yield Buffer.alloc(piece.length);
}
