export { syncFolderOf } from './durable-file.js';
export { incomingFolder } from './local.storage.js';
export { PartialFiles } from './partial-files.js';
export { Storage, type ByteRange } from './storage.js';
export { isDiskTrouble, StorageUnavailable, UnwritableFolder } from './storage.errors.js';
export { openStorage, StorageModule } from './storage.module.js';
