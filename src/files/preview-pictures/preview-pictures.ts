import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../database/index.js';
import { Storage } from '../../storage/index.js';
import { FileBytes } from '../file-bytes.js';
import { drawPreview } from './preview-drawing.js';
import { PreviewPicture } from './preview-picture.entity.js';
import { MARK_UNUSED, PREVIEW_PICTURE } from './preview-pictures.queries.js';
import { UnusedPictures } from './unused-pictures.js';

export type StoredPreviewPicture = Pick<PreviewPicture, 'key' | 'width' | 'height' | 'size' | 'sha256'>;

/** The pictures of pages that people link to. Browsers load them from here: a page would otherwise learn who reads a message, and when. */
@Injectable()
export class PreviewPictures {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly bytes: FileBytes,
    private readonly unused: UnusedPictures,
  ) {}

  /** Draws and stores a picture that is no preview's yet; null where the bytes are no picture that can be shown. Whoever does not keep it discards it. */
  async draw(bytes: Buffer): Promise<StoredPreviewPicture | null> {
    const drawn = await drawPreview(bytes);
    if (!drawn) return null;
    const sha256 = createHash('sha256').update(drawn.bytes).digest('hex');
    const key = await this.storage.write(once(drawn.bytes));
    return { key, width: drawn.width, height: drawn.height, size: drawn.bytes.length, sha256 };
  }

  /** In the transaction of the preview that shows it, which names it by the version that is given back. */
  async keep(tx: Transaction, picture: StoredPreviewPicture): Promise<string> {
    const version = randomBytes(16).toString('hex');
    tx.em.create(PreviewPicture, { ...picture, version, isUnused: false });
    await tx.em.flush();
    return version;
  }

  async discard({ key }: StoredPreviewPicture): Promise<void> {
    await this.bytes.removeKey(key);
  }

  async find(version: string): Promise<PreviewPicture | null> {
    if (!VERSION.test(version)) return null;
    const [picture] = await this.database.find(PREVIEW_PICTURE, [version]);
    return picture ?? null;
  }

  /** In the transaction in which the last preview goes that showed them. */
  async removeLater(tx: Transaction, versions: readonly string[]): Promise<void> {
    if (versions.length === 0) return;
    await tx.rows(MARK_UNUSED, [versions]);
    tx.afterCommit(() => {
      this.unused.beginRemoval();
    });
  }
}

const VERSION = /^[0-9a-f]{32}$/;

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}
