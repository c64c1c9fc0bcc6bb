import { Injectable } from '@nestjs/common';
import type { Actor } from '../../caller/index.js';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Database } from '../../database/index.js';
import { InvalidInput } from '../../errors/index.js';
import { Clock } from '../../runtime/index.js';
import { Storage } from '../../storage/index.js';
import { Administrators } from '../../users/index.js';
import type { ServerStorageType, StoredFilesType } from './server-storage.type.js';
import { FILES_BEFORE, STORED_BYTES } from './storage.queries.js';

const DAY = 24 * 60 * 60 * 1000;
/** A century. */
const MAX_DAYS = 36_500;

/** How full the disk is, and with what. */
@Injectable()
export class ServerStorageService {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly administrators: Administrators,
    private readonly clock: Clock,
    @InjectSettings() private readonly settings: Pick<Settings, 'uploadQuota'>,
  ) {}

  async serverStorage(actor: Actor): Promise<ServerStorageType> {
    await this.administrators.assert(actor);
    const [stored] = await this.database.rows<{ fileBytes: number; avatarBytes: number }>(STORED_BYTES, []);
    const { bytes: databaseBytes, freeBytes: databaseFreeBytes } = await this.database.space();
    return {
      fileBytes: stored?.fileBytes ?? 0,
      avatarBytes: stored?.avatarBytes ?? 0,
      fileQuotaBytes: this.settings.uploadQuota,
      databaseBytes,
      databaseFreeBytes,
      freeBytes: await this.storage.freeBytes(),
    };
  }

  /** Whether somebody may see it is asked before. */
  async filesOlderThan(days: number): Promise<StoredFilesType> {
    if (days < 1 || days > MAX_DAYS) throw new InvalidInput('days', 'Choose a number of days from 1 to 36,500.');
    const before = this.clock.now().getTime() - days * DAY;
    const [found] = await this.database.rows<StoredFilesType>(FILES_BEFORE, [before]);
    return found ?? { count: 0, bytes: 0 };
  }
}
