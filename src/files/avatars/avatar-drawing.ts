import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Sharp } from 'sharp';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Refusal } from '../../errors/index.js';
import { Storage } from '../../storage/index.js';
import { FileBytes } from '../file-bytes.js';
import { FileTooLarge, NotAPicture, UploadCutOff } from '../files.errors.js';
import type { IncomingFile } from '../incoming-file.js';
import { mediaTypeOf, SAMPLE_BYTES } from '../intake/media-type.js';
import { DRAWN, libvips, MAX_PIXELS, unpacking } from '../libvips.js';

/** Beside a name, on a card, and as large as anybody wants to see it; on fine screens each stands in for the one before. */
export const AVATAR_EDGES = [48, 128, 512] as const;
const LARGEST = 512;
/** Of what is sent, at most: enough for a photograph as it comes out of a telephone. */
const MAX_BYTES = 8 * 1024 * 1024;

export interface DrawnImage {
  readonly key: string;
  readonly edge: number;
  readonly size: number;
  readonly sha256: string;
}

/**
 * Draws the pictures of people anew, so that nothing of the file that somebody sent is ever served: no metadata, and nothing that is more than one
 * thing at once. What was sent is kept on disk for as long as it takes.
 */
@Injectable()
export class AvatarDrawing {
  private readonly logger = new Logger('avatars');

  constructor(
    private readonly storage: Storage,
    private readonly bytes: FileBytes,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** The picture in all its sizes, the smallest first. */
  async draw(incoming: IncomingFile): Promise<DrawnImage[]> {
    const key = await this.storage.write(this.bounded(incoming));
    try {
      return await unpacking.pass(() => this.drawStored(key));
    } finally {
      await this.bytes.removeKey(key);
    }
  }

  private async drawStored(key: string): Promise<DrawnImage[]> {
    const stored = await this.storage.read(key);
    if (!stored) throw new UploadCutOff(FIELD);
    const bytes = Buffer.concat(await stored.toArray());
    const mediaType = await mediaTypeOf(bytes.subarray(0, SAMPLE_BYTES));
    if (mediaType === undefined || !DRAWN.has(mediaType)) throw new NotAPicture(FIELD);
    return this.storeAll(await this.inAllSizes(bytes));
  }

  private async inAllSizes(bytes: Buffer): Promise<Map<number, Buffer>> {
    // A machine that cannot load it is at fault, not the picture.
    const sharp = await libvips();
    try {
      const { data, info } = await square(sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }), LARGEST)
        .toColourspace('srgb')
        .toFormat('raw')
        .timeout({ seconds: 20 })
        .toBuffer({ resolveWithObject: true });
      const { width, height, channels } = info;
      const drawn = new Map<number, Buffer>();
      for (const edge of AVATAR_EDGES) {
        const one = sharp(data, { raw: { width, height, channels } }).resize(edge, edge);
        drawn.set(edge, await one.webp({ quality: 84 }).toBuffer());
      }
      return drawn;
    } catch (error) {
      this.logger.debug(`Not a picture: ${error instanceof Error ? error.message : String(error)}`);
      throw new NotAPicture(FIELD);
    }
  }

  private async storeAll(drawn: ReadonlyMap<number, Buffer>): Promise<DrawnImage[]> {
    const images: DrawnImage[] = [];
    try {
      for (const [edge, bytes] of drawn) {
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        images.push({ key: await this.storage.write(once(bytes)), edge, size: bytes.length, sha256 });
      }
    } catch (error) {
      for (const { key } of images) await this.bytes.removeKey(key);
      throw error;
    }
    return images;
  }

  private async *bounded(incoming: IncomingFile): AsyncGenerator<Buffer, void> {
    const max = Math.min(MAX_BYTES, this.settings.uploadMaxBytes);
    let size = 0;
    try {
      for await (const chunk of incoming.open()) {
        size += chunk.length;
        if (size > max) throw new FileTooLarge(max, FIELD);
        yield chunk;
      }
    } catch (error) {
      throw error instanceof Refusal ? error : new UploadCutOff(FIELD);
    }
  }
}

/** The argument that it came in. */
const FIELD = 'avatar';

/** The middle of it, the right way up. */
function square(picture: Sharp, edge: number): Sharp {
  return picture.autoOrient().resize({ width: edge, height: edge, fit: 'cover' });
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}
