export { Database } from './database.js';
export { type Dialect, entityQuery, oncePer, query, type Query } from './dialect/index.js';
export { isBusy, isDiskTrouble } from './disk-trouble.js';
export { DatabaseUnavailable } from './database.errors.js';
export { DatabaseModule } from './database.module.js';
export { MIGRATION_NAMES } from './migrations/index.js';
export { DatabaseInUse, ownDatabase } from './ownership.js';
export type { Transaction } from './transaction.js';
export { databasePath, makeFolderOf } from './place.js';
