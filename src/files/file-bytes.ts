import { Injectable, Logger } from '@nestjs/common';
import { Storage } from '../storage/index.js';

export interface Keys {
  readonly key: string;
  readonly thumbnailKey: string | null;
}

/** Removes what belongs to files that are gone. */
@Injectable()
export class FileBytes {
  private readonly logger = new Logger('files');

  constructor(private readonly storage: Storage) {}

  async remove(files: readonly Keys[]): Promise<void> {
    for (const { key, thumbnailKey } of files) {
      await this.removeKey(key);
      if (thumbnailKey !== null) await this.removeKey(thumbnailKey);
    }
  }

  /** Fails where one cannot be removed: for those whose rows go after them, so that it is tried again. */
  async removeForGood(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.storage.delete(key);
  }

  /** Never fails whoever asked for it: no row names these bytes any more, so the sweep takes what is left here. */
  async removeKey(key: string): Promise<void> {
    try {
      await this.storage.delete(key);
    } catch (error) {
      this.logger.warn(
        `A stored file could not be removed yet: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
