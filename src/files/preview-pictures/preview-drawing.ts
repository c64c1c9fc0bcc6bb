import { mediaTypeOf, SAMPLE_BYTES } from '../intake/media-type.js';
import { DRAWN, libvips, MAX_PIXELS, unpacking } from '../libvips.js';

export interface DrawnPreview {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** As wide and as high as it is shown on fine screens. */
const MAX_EDGE = 800;
/** What is smaller is no picture of anything: pages count their readers with it. */
const MIN_EDGE = 16;

/** Draws a picture anew, so that nothing of the bytes that a stranger sent is ever served; null where they are no picture, or one that takes too much. */
export async function drawPreview(bytes: Buffer): Promise<DrawnPreview | null> {
  const mediaType = await mediaTypeOf(bytes.subarray(0, SAMPLE_BYTES));
  if (mediaType === undefined || !DRAWN.has(mediaType)) return null;
  // A machine that cannot load it is at fault, not the picture.
  const sharp = await libvips();
  return unpacking.pass(async () => {
    try {
      const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
        .autoOrient()
        .resize({ width: MAX_EDGE, height: MAX_EDGE, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb')
        .webp({ quality: 80 })
        .timeout({ seconds: 10 })
        .toBuffer({ resolveWithObject: true });
      const { width, height } = info;
      return Math.min(width, height) < MIN_EDGE ? null : { bytes: data, width, height };
    } catch {
      return null;
    }
  });
}
