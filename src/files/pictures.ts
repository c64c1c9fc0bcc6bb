import { Injectable, Logger } from '@nestjs/common';
import sharp from 'sharp';
import { Turnstile } from '../common/index.js';
import { Storage } from '../storage/index.js';
import type { TakenIn } from './intake/intake.js';

export interface Picture {
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbnailKey: string | null;
  readonly thumbnailSize: number;
}

const NO_PICTURE: Picture = { width: null, height: null, thumbnailKey: null, thumbnailSize: 0 };
const LONGEST_EDGE = 640;
const MOST_BYTES = 64 * 1024 * 1024;
/** A small file can hold an enormous picture; unpacked, this many pixels take some 160 MB. */
const MOST_PIXELS = 40_000_000;
const DRAWN = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/gif', 'image/avif']);

// libvips finds a loader by itself: without this, bytes that are a picture to us could be a drawing or a document to it.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}`),
});
sharp.cache(false);
sharp.concurrency(1);

/** Makes the small pictures that stand in for large ones. */
@Injectable()
export class Pictures {
  private readonly logger = new Logger('files');
  private readonly turnstile = new Turnstile(2);

  constructor(private readonly storage: Storage) {}

  /** Measures a picture and stores its thumbnail. A file that is no picture, or a damaged one, simply has none. */
  async look(file: Pick<TakenIn, 'key' | 'mediaType' | 'size'>): Promise<Picture> {
    if (!DRAWN.has(file.mediaType) || file.size > MOST_BYTES) return NO_PICTURE;
    try {
      return await this.turnstile.pass(() => this.draw(file.key));
    } catch (error) {
      this.logger.debug(`No thumbnail: ${error instanceof Error ? error.message : String(error)}`);
      return NO_PICTURE;
    }
  }

  private async draw(key: string): Promise<Picture> {
    const bytes = await this.storage.read(key);
    if (!bytes) return NO_PICTURE;
    const original = sharp(Buffer.concat(await bytes.toArray()), { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const { autoOrient } = await original.metadata();
    const thumbnail = await original
      .autoOrient()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .timeout({ seconds: 20 })
      .toBuffer();
    const thumbnailKey = await this.storage.write(once(thumbnail));
    return { ...autoOrient, thumbnailKey, thumbnailSize: thumbnail.length };
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}
