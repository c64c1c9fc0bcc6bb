import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../runtime/index.js';
import { Database, NO_LOCKS } from '../database/index.js';
import { Storage } from '../storage/index.js';
import { KEYS_OF_IMAGES } from './avatars/avatar-images.queries.js';
import { FileBytes, type Keys } from './file-bytes.js';
import { File } from './file.entity.js';
import { REMOVE_UNATTACHED } from './files.queries.js';
import { PREVIEW_PICTURES_WITH_KEYS } from './preview-pictures/preview-pictures.queries.js';
import { UnfinishedUploads } from './resumable/unfinished-uploads.js';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const BATCH = 500;

/** Removes, at the start and every hour, what nobody attached or finished within a day, and bytes that an interrupted upload left without a row. */
@Injectable()
export class FilesSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('files');
  private timer: NodeJS.Timeout | undefined;
  private underWay = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly bytes: FileBytes,
    private readonly unfinished: UnfinishedUploads,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - DAY);
    await this.removeUnattached(before);
    await this.removeUnnamed(before);
    await this.unfinished.removeOld();
  }

  onApplicationBootstrap(): void {
    // In the background: a large store takes a while to walk through, and nobody has to wait for it.
    this.begin();
    this.timer = setInterval(() => {
      this.begin();
    }, HOUR).unref();
  }

  /** Before the database closes. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping = true;
    await this.underWay;
  }

  private begin(): void {
    this.underWay = this.sweepQuietly();
  }

  private async removeUnattached(before: Date): Promise<void> {
    const oldest = before.getTime();
    const files = await this.database.write(NO_LOCKS, (tx) =>
      tx.rows<Keys>(REMOVE_UNATTACHED, [oldest, oldest, BATCH]),
    );
    await this.bytes.remove(files);
    if (files.length === BATCH && !this.stopping) await this.removeUnattached(before);
  }

  /** Only old ones: an upload has its bytes before it has its row. */
  private async removeUnnamed(before: Date): Promise<void> {
    let keys: string[] = [];
    for await (const { key, storedAt } of this.storage.list()) {
      if (this.stopping) return;
      if (storedAt < before) keys.push(key);
      if (keys.length < BATCH) continue;
      await this.removeThoseWithoutRow(keys);
      keys = [];
    }
    await this.removeThoseWithoutRow(keys);
  }

  private async removeThoseWithoutRow(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const either = { $in: [...keys] };
    const rows = await this.database.read().find(File, { $or: [{ key: either }, { thumbnailKey: either }] });
    const avatars = await this.database.rows<{ key: string }>(KEYS_OF_IMAGES, [keys]);
    const previews = await this.database.rows<{ key: string }>(PREVIEW_PICTURES_WITH_KEYS, [keys]);
    const named = new Set([
      ...rows.flatMap(({ key, thumbnailKey }) => [key, thumbnailKey]),
      ...avatars.map(({ key }) => key),
      ...previews.map(({ key }) => key),
    ]);
    for (const key of keys) if (!named.has(key)) await this.bytes.removeKey(key);
  }

  private async sweepQuietly(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      this.logger.error('Old files could not be swept; the next try is in an hour.', error);
    }
  }
}
