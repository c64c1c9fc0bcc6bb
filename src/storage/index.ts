export { syncFolderOf } from './durable-file.js';
export { Storage, type ByteRange } from './storage.js';
export { UnwritableFolder } from './storage.errors.js';
export { openStorage, StorageModule } from './storage.module.js';
