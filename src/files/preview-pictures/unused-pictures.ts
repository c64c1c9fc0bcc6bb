import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, NO_LOCKS } from '../../database/index.js';
import { FileBytes } from '../file-bytes.js';
import { FORGET_UNUSED, SOME_UNUSED } from './preview-pictures.queries.js';

const AT_ONCE = 100;

/** Removes pictures that no preview shows any more: first the bytes, then what names them, so that whoever is killed in between goes on at the next start. */
@Injectable()
export class UnusedPictures implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('files');
  private underWay = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly bytes: FileBytes,
  ) {}

  onApplicationBootstrap(): void {
    this.beginRemoval();
  }

  /** Before the database closes. */
  async onModuleDestroy(): Promise<void> {
    await this.underWay;
  }

  /** One after the other. */
  beginRemoval(): void {
    this.underWay = this.underWay.then(() => this.removeQuietly());
  }

  private async removeQuietly(): Promise<void> {
    try {
      while (await this.removeSome());
    } catch (error) {
      this.logger.warn(`Pictures of previews could not be removed yet: ${String(error)}`);
    }
  }

  /** Whether there may be more. */
  private async removeSome(): Promise<boolean> {
    const pictures = await this.database.rows<{ version: string; key: string }>(SOME_UNUSED, [AT_ONCE]);
    if (pictures.length === 0) return false;
    await this.bytes.removeForGood(pictures.map(({ key }) => key));
    const versions = pictures.map(({ version }) => version);
    await this.database.write(NO_LOCKS, (tx) => tx.rows(FORGET_UNUSED, [versions]));
    return true;
  }
}
