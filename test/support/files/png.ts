import { Readable } from 'node:stream';
import { crc32, createDeflate } from 'node:zlib';

/** A PNG put together by hand, from chunks that say whatever a test wants them to. */
export function pngOf(...chunks: readonly Buffer[]): Buffer<ArrayBuffer> {
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), ...chunks, chunk('IEND', '')]);
}

export function chunk(type: string, content: string | Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(content)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** How large it says it is: in grey, a bit for a pixel. */
export function sizeChunk(width: number, height: number): Buffer {
  const content = Buffer.alloc(13);
  content.writeUInt32BE(width, 0);
  content.writeUInt32BE(height, 4);
  content[8] = 1;
  return chunk('IHDR', content);
}

/** This many zeros, packed: a little at a time, so that making it takes no memory that a test wants to measure. */
export async function zerosChunk(type: string, bytes: number, prefix = ''): Promise<Buffer> {
  const packed = await Readable.from(zeros(bytes))
    .pipe(createDeflate({ level: 9 }))
    .toArray();
  return chunk(type, Buffer.concat([Buffer.from(prefix, 'latin1'), ...(packed as Buffer[])]));
}

function* zeros(bytes: number): Generator<Buffer> {
  const piece = Buffer.alloc(64 * 1024);
  for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, left);
}
