export type { Dialect, TokenTable } from './dialect.js';
export { postgresql } from './postgresql.js';
export { entityQuery, EntityQuery, oncePer, query, Query } from './query.js';
export { sqlite } from './sqlite.js';
