/** How many of a BMP's first bytes say how large its picture is. */
export const BITMAP_HEAD_BYTES = 26;

/** The size of a BMP's picture, from its first bytes: libvips does not read the format, and browsers show it. */
export function bitmapSize(head: Buffer): { width: number; height: number } | null {
  if (head.length < BITMAP_HEAD_BYTES) return null;
  const isFirstVersion = head.readUInt32LE(14) === 12;
  // A height below zero says that the rows stand from the top to the bottom.
  const [width, height] = isFirstVersion
    ? [head.readUInt16LE(18), head.readUInt16LE(20)]
    : [head.readInt32LE(18), Math.abs(head.readInt32LE(22))];
  return width > 0 && height > 0 ? { width, height } : null;
}
