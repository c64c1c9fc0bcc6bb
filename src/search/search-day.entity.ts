import { defineEntity } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';

/** Where in the log the messages of a day (in UTC) stand: so that what was said on some days is looked for among their events alone. */
const schema = defineEntity({
  name: 'SearchDay',
  tableName: 'search_day',
  properties: (p) => ({
    /** Days since the beginning of 1970. */
    day: p.integer().primary().autoincrement(false),
    firstPosition: p.type(Int64),
    lastPosition: p.type(Int64),
  }),
});

export class SearchDay extends schema.class {}
schema.setClass(SearchDay);
