import type { IncomingMessage } from 'node:http';
import { pipeline, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** Of a page, as it comes over the network and as it is unpacked: who sends more is not read on. */
export const MAX_BYTES = 1024 * 1024;

/** What `readBody` can unpack. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

export interface Body {
  readonly bytes: Buffer;
  /** False where only its beginning was read. */
  readonly isWhole: boolean;
}

const UNPACKED: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The body, unpacked; of a longer one its beginning. The rest is never asked for. */
export async function readBody(answer: IncomingMessage): Promise<Body> {
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  const unpack = UNPACKED[encoding];
  if (!unpack && encoding !== 'identity') throw new Error('The page is packed in a way that nobody asked for.');
  // What is packed can go on for ever without holding anything: so both are counted.
  const sent = beginningOf(answer);
  // Where it fails, reading it fails.
  return wholeOf(unpack ? beginningOf(pipeline(sent, unpack(), () => undefined)) : sent);
}

/** One byte more than may be, by which a longer one is known. */
async function* beginningOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let left = MAX_BYTES + 1;
  for await (const piece of stream) {
    yield piece.subarray(0, left);
    left -= piece.length;
    if (left <= 0) return;
  }
}

async function wholeOf(body: AsyncIterable<Buffer>): Promise<Body> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  return { bytes: bytes.subarray(0, MAX_BYTES), isWhole: bytes.length <= MAX_BYTES };
}
