import { defineEntity } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';

/** How far back the index of messages goes, in the one row that there is. */
const schema = defineEntity({
  name: 'SearchProgress',
  tableName: 'search_progress',
  properties: (p) => ({
    id: p.integer().primary().autoincrement(false),
    /** Messages from this position of the log on are indexed; 1 or less once all are. */
    indexedFrom: p.type(Int64),
  }),
});

export class SearchProgress extends schema.class {}
schema.setClass(SearchProgress);
