import type { StoredFile } from './stored-file.js';

/** A part of a file of the ISO family (MP4, QuickTime, HEIF, AVIF, JPEG 2000, JPEG XL): a head with its type, and its content. */
export interface Box {
  readonly type: string;
  readonly at: number;
  readonly headBytes: number;
  readonly end: number;
}

/** The boxes between two places of the file, one behind the other. */
export async function* boxesIn(file: StoredFile, start: number, end: number): AsyncGenerator<Box, void> {
  for (let at = start; at + 8 <= end;) {
    const head = await file.read(at, 16);
    if (head.length < 8) return;
    const box = boxAt(head, at, end);
    // Broken: no reader finds a box behind it.
    if (!box) return;
    yield box;
    at = box.end;
  }
}

/** The first box of this path below another one. */
export async function descendantOf(
  file: StoredFile,
  parent: Box,
  [type, ...deeper]: readonly string[],
): Promise<Box | undefined> {
  for await (const box of boxesIn(file, parent.at + parent.headBytes, parent.end))
    if (box.type === type) return deeper.length > 0 ? descendantOf(file, box, deeper) : box;
  return undefined;
}

/** Where the content of a box stands. */
export function contentOf({ at, headBytes }: Box): number {
  return at + headBytes;
}

function boxAt(head: Buffer, at: number, end: number): Box | undefined {
  const short = head.readUInt32BE(0);
  const isLong = short === 1;
  if (isLong && head.length < 16) return undefined;
  const headBytes = isLong ? 16 : 8;
  // Beyond what a number holds exactly the sum only grows, and ends where the file does.
  const size = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
  if (size < headBytes) return undefined;
  return { type: head.toString('latin1', 4, 8), at, headBytes, end: Math.min(at + size, end) };
}
