export { Storage, type ByteRange, type StoredBytes } from './storage.js';
export { StorageUnavailable, UnwritableFolder } from './storage.errors.js';
export { StorageModule } from './storage.module.js';
