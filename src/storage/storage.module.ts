import { Global, Module } from '@nestjs/common';
import type { Settings } from '../config/index.js';
import { LocalStorage } from './local.storage.js';
import { PartialFiles } from './partial-files.js';
import { Storage } from './storage.js';

@Global()
@Module({
  providers: [{ provide: Storage, useClass: LocalStorage }, PartialFiles],
  exports: [PartialFiles, Storage],
})
export class StorageModule {}

/** The same storage for what runs without the server. */
export function openStorage(settings: Settings): Storage {
  return new LocalStorage(settings);
}
