/** What the server runs on. The other folder holds the same steps, under the same names, for the database that is to come. */
export { MIGRATION_NAMES, MIGRATIONS } from './sqlite/index.js';
