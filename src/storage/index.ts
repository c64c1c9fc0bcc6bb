export { syncFolderOf } from './durable-file.js';
export { Storage, type ByteRange, type StoredBytes } from './storage.js';
export { StorageUnavailable, UnwritableFolder } from './storage.errors.js';
export { openStorage, StorageModule } from './storage.module.js';
