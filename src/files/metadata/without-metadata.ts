import type { ByteReader } from './byte-reader.js';
import { gifWithoutMetadata } from './gif.js';
import { jpegWithoutMetadata } from './jpeg.js';
import { pngWithoutMetadata } from './png.js';
import { webpWithoutMetadata } from './webp.js';

/**
 * The same file without what it tells about place, time, device and people. The picture itself is passed on as it is:
 * nothing is decoded or compressed again, so nothing is lost, whatever its size.
 */
export function withoutMetadata(mediaType: string | undefined, reader: ByteReader): AsyncGenerator<Buffer, void> {
  return FORMATS.get(mediaType ?? '')?.(reader) ?? reader.rest();
}

const FORMATS = new Map([
  ['image/jpeg', jpegWithoutMetadata],
  ['image/png', pngWithoutMetadata],
  ['image/apng', pngWithoutMetadata],
  ['image/webp', webpWithoutMetadata],
  ['image/gif', gifWithoutMetadata],
]);
