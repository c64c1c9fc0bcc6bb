/** Which way up a picture is held: 1 is as stored; 2 to 8 are turned or mirrored (Exif 2.32, tag 0x0112). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Reads the orientation out of Exif data (a TIFF structure); 1 where it says nothing that makes sense. */
export function orientationIn(exif: Buffer): Orientation {
  const littleEndian = exif.toString('latin1', 0, 4) === 'II*\0';
  if (!littleEndian && exif.toString('latin1', 0, 4) !== 'MM\0*') return 1;
  const short = (at: number) =>
    at + 2 > exif.length ? 0 : littleEndian ? exif.readUInt16LE(at) : exif.readUInt16BE(at);
  if (exif.length < 8) return 1;
  const directory = littleEndian ? exif.readUInt32LE(4) : exif.readUInt32BE(4);
  const entries = short(directory);
  for (let entry = directory + 2; entry < directory + 2 + entries * 12 && entry + 12 <= exif.length; entry += 12) {
    if (short(entry) === ORIENTATION_TAG) return orientationFrom(short(entry + 8));
  }
  return 1;
}

/** Exif data that says which way up the picture is, and nothing else. */
export function exifWith(orientation: Orientation): Buffer {
  const exif = Buffer.alloc(EXIF_BYTES);
  exif.write('II*\0', 'latin1');
  exif.writeUInt32LE(8, 4);
  exif.writeUInt16LE(1, 8);
  exif.writeUInt16LE(ORIENTATION_TAG, 10);
  exif.writeUInt16LE(3, 12);
  exif.writeUInt32LE(1, 14);
  exif.writeUInt16LE(orientation, 18);
  return exif;
}

export const EXIF_BYTES = 26;

const ORIENTATION_TAG = 0x0112;

function orientationFrom(value: number): Orientation {
  const orientations: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];
  return orientations[value - 1] ?? 1;
}
