import { defineEntity, p } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';

/** What of its feed a consumer wants, as it is stored. */
export interface KeptFilter {
  /** Null where all are wanted. */
  readonly types: readonly string[] | null;
  readonly roomIds: readonly string[] | null;
  readonly mentionsViewer: boolean;
  readonly notByViewer: boolean;
}

/** A place in the feed of an account that the server keeps for it. It is the account's: a change locks that account. */
const schema = defineEntity({
  name: 'Consumer',
  tableName: 'consumer',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    name: p.string(),
    /** Up to here everything was acknowledged. The event there, and the log that it is in, tell whether it is still the same place. */
    position: p.type(Int64),
    eventId: p.string(),
    epoch: p.string(),
    /** The filter of the last `consume`. */
    filter: p.json<KeptFilter>(),
    createdAt: p.datetime(),
    /** When something was acknowledged last; null where nothing was. */
    acknowledgedAt: p.datetime().strictNullable(),
  },
  uniques: [{ properties: ['userId', 'name'] }],
});

export class Consumer extends schema.class {}
schema.setClass(Consumer);
