import { defineEntity } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';

/** How far a reactor has come. */
const schema = defineEntity({
  name: 'ReactorOffset',
  tableName: 'reactor_offset',
  properties: (p) => ({
    name: p.string().primary(),
    /** All events up to this position are done with. */
    position: p.type(Int64),
  }),
});

export class ReactorOffset extends schema.class {}
schema.setClass(ReactorOffset);
