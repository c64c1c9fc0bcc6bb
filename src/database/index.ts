export { databasePath } from './connection.js';
export { Database, type Transaction } from './database.js';
export { DatabaseModule } from './database.module.js';
export { NewerDatabase } from './migrate.js';
export type { SqlValue } from './statements.js';
