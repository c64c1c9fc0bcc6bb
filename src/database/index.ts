export { databasePath } from './connection.js';
export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { NewerDatabase } from './migrate.js';
export type { Transaction } from './transaction.js';
