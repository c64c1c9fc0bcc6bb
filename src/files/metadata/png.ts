import { crc32 } from 'node:zlib';
import type { ByteReader } from './byte-reader.js';
import { exifWith, orientationIn } from './orientation.js';

/** A PNG (or APNG) with the chunks alone that decide how it looks; of Exif the orientation. Nothing after its end. */
export async function* pngWithoutMetadata(reader: ByteReader): AsyncGenerator<Buffer, void> {
  yield await reader.take(SIGNATURE_BYTES);
  for (;;) {
    const head = await reader.peek(8);
    if (head.length < 8) {
      yield* reader.rest();
      return;
    }
    const type = head.toString('latin1', 4, 8);
    const length = head.readUInt32BE(0) + CHUNK_FRAME_BYTES;
    if (type === 'eXIf') yield* orientationOf(reader, length);
    else if (decidesTheLook(type)) yield* reader.pass(length);
    else await reader.skip(length);
    if (type === 'IEND') return;
  }
}

const SIGNATURE_BYTES = 8;
/** Length, type and checksum. */
const CHUNK_FRAME_BYTES = 12;
/** The orientation stands near the beginning of Exif data. */
const EXIF_LOOK_BYTES = 64 * 1024;

/** Chunks that may be left out, but change colours, transparency, size on paper or animation. */
const LOOKS = new Set('tRNS gAMA cHRM sRGB iCCP sBIT cICP mDCV cLLI bKGD pHYs hIST sPLT acTL fcTL fdAT'.split(' '));

function decidesTheLook(type: string): boolean {
  const isCritical = /^[A-Z]/.test(type);
  return isCritical || LOOKS.has(type);
}

async function* orientationOf(reader: ByteReader, length: number): AsyncGenerator<Buffer, void> {
  const start = await reader.take(Math.min(length, EXIF_LOOK_BYTES));
  await reader.skip(length - start.length);
  const orientation = orientationIn(start.subarray(8));
  if (orientation !== 1) yield chunk('eXIf', exifWith(orientation));
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
