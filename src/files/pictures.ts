import { Injectable, Logger } from '@nestjs/common';
import { Storage } from '../storage/index.js';
import { BITMAP_HEAD_BYTES, bitmapSize } from './bitmap-size.js';
import type { TakenIn } from './intake/intake.js';
import { DRAWN, libvips, MAX_PIXELS, unpacking } from './libvips.js';

export interface Picture {
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbnailKey: string | null;
  readonly thumbnailSize: number;
}

const NO_PICTURE: Picture = { width: null, height: null, thumbnailKey: null, thumbnailSize: 0 };
const MAX_EDGE = 640;
/** Of a strip, such as a screenshot of a long page: as wide as this, where its length then stays within the second. */
const MIN_EDGE = 384;
const MAX_STRIP_EDGE = 4096;
const MAX_BYTES = 64 * 1024 * 1024;
/** What is read row by row, or smaller than it is, takes time and hardly any memory: the largest cameras make 200 megapixels. */
const MAX_STREAMED_PIXELS = 256_000_000;
const STREAMED = new Set(['image/jpeg', 'image/png', 'image/apng']);

/** Makes the small pictures that stand in for large ones. */
@Injectable()
export class Pictures {
  private readonly logger = new Logger('files');

  constructor(private readonly storage: Storage) {}

  /**
   * Measures what browsers show as a picture, and stores its thumbnail. A picture that would take too much memory, or turns
   * out to be damaged, has a size alone; a file that is no picture has neither.
   */
  async look(file: Pick<TakenIn, 'key' | 'mediaType' | 'size'>): Promise<Picture> {
    if (file.mediaType === 'image/bmp') return this.measureBitmap(file.key);
    if (!DRAWN.has(file.mediaType) || file.size > MAX_BYTES) return NO_PICTURE;
    // A machine that cannot load it is at fault, not the picture.
    await libvips();
    try {
      return await unpacking.pass(() => this.draw(file));
    } catch (error) {
      this.note(error);
      return NO_PICTURE;
    }
  }

  private async measureBitmap(key: string): Promise<Picture> {
    const head = await this.storage.read(key, { start: 0, end: BITMAP_HEAD_BYTES - 1 });
    const size = head && bitmapSize(Buffer.concat(await head.toArray()));
    return { ...NO_PICTURE, ...size };
  }

  private async draw({ key, mediaType }: Pick<TakenIn, 'key' | 'mediaType'>): Promise<Picture> {
    const stored = await this.storage.read(key);
    if (!stored) return NO_PICTURE;
    const bytes = Buffer.concat(await stored.toArray());
    const sharp = await libvips();
    // Its head alone is read for this.
    const { autoOrient: size, isProgressive } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const isStreamed = STREAMED.has(mediaType) && !isProgressive;
    if (size.width * size.height > (isStreamed ? MAX_STREAMED_PIXELS : MAX_PIXELS)) return { ...NO_PICTURE, ...size };
    try {
      return { ...size, ...(await this.drawSmall(bytes, size)) };
    } catch (error) {
      this.note(error);
      return { ...NO_PICTURE, ...size };
    }
  }

  private async drawSmall(
    bytes: Buffer,
    size: { readonly width: number; readonly height: number },
  ): Promise<Pick<Picture, 'thumbnailKey' | 'thumbnailSize'>> {
    const edge = thumbnailEdge(size);
    const sharp = await libvips();
    const thumbnail = await sharp(bytes, { limitInputPixels: MAX_STREAMED_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .timeout({ seconds: 20 })
      .toBuffer();
    return { thumbnailKey: await this.storage.write(once(thumbnail)), thumbnailSize: thumbnail.length };
  }

  private note(error: unknown): void {
    this.logger.debug(`No thumbnail: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** How long the longer edge of a thumbnail is. A strip that was made that small could not be read in a page. */
function thumbnailEdge({ width, height }: { readonly width: number; readonly height: number }): number {
  const forShorter = (MIN_EDGE * Math.max(width, height)) / Math.min(width, height);
  return Math.round(Math.max(MAX_EDGE, Math.min(forShorter, MAX_STRIP_EDGE)));
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}
