import { TextDecoder } from 'node:util';
import type { Found } from './asking/index.js';

/** Where a page says in itself how it is written, it has to say so here. */
const DECLARED_WITHIN = 1024;

/** The text of a page, as its byte order mark, its header or its own first lines say; else UTF-8. */
export function textOf({ bytes, charset }: Pick<Found, 'bytes' | 'charset'>): string {
  return decoderFor(markOf(bytes) ?? charset ?? declaredIn(bytes)).decode(bytes);
}

function markOf(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return 'utf-8';
  if (bytes.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]))) return 'utf-16be';
  return bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe])) ? 'utf-16le' : undefined;
}

function declaredIn(bytes: Buffer): string | undefined {
  const beginning = bytes.subarray(0, DECLARED_WITHIN).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(beginning)?.[1];
}

/** What nobody knows is taken for UTF-8. */
function decoderFor(charset = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
