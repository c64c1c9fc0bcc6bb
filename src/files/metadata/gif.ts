import type { ByteReader } from './byte-reader.js';

/** A GIF with the blocks alone that decide how it looks and moves: without comments, XMP and the like, and nothing after its end. */
export async function* gifWithoutMetadata(reader: ByteReader): AsyncGenerator<Buffer, void> {
  const head = await reader.peek(HEAD_BYTES);
  yield await reader.take(HEAD_BYTES + coloursIn(head[10] ?? 0));
  for (;;) {
    const [kind, label] = await reader.peek(2);
    if (kind === IMAGE) {
      const descriptor = await reader.peek(IMAGE_BYTES);
      // One byte more: how many bits a code has at first.
      yield await reader.take(IMAGE_BYTES + coloursIn(descriptor[9] ?? 0) + 1);
      yield* blocks(reader, true);
    } else if (kind === EXTENSION && label !== undefined) {
      const isKept = await decidesTheLook(reader, label);
      const start = await reader.take(2);
      if (isKept) yield start;
      yield* blocks(reader, isKept);
    } else {
      // The end, or what no reader goes on after.
      yield await reader.take(1);
      return;
    }
  }
}

const HEAD_BYTES = 13;
const IMAGE_BYTES = 10;
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const GRAPHIC_CONTROL = 0xf9;
const PLAIN_TEXT = 0x01;
const APPLICATION = 0xff;
/** How often it is repeated, and its colours. */
const APPLICATIONS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

async function decidesTheLook(reader: ByteReader, label: number): Promise<boolean> {
  if (label !== APPLICATION) return label === GRAPHIC_CONTROL || label === PLAIN_TEXT;
  return APPLICATIONS.has((await reader.peek(14)).toString('latin1', 3));
}

/** A run of blocks, each behind its length; the empty one ends it. */
async function* blocks(reader: ByteReader, isKept: boolean): AsyncGenerator<Buffer, void> {
  for (;;) {
    const [length = 0] = await reader.peek(1);
    const block = await reader.take(1 + length);
    if (isKept) yield block;
    if (length === 0 || block.length <= length) return;
  }
}

/** How many bytes the table of colours takes that flags tell of. */
function coloursIn(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}
