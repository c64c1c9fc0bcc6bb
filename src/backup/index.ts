export { backUp } from './backup.js';
export { BackupRefused } from './backup.errors.js';
export { restore, type RestoreOptions } from './restore.js';
