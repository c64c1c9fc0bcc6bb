import { defineEntity } from '@mikro-orm/core';

/** A program that takes part, and whose it is. What others see of it is its account. Rows stay for ever, as accounts do. */
const schema = defineEntity({
  name: 'Bot',
  tableName: 'bot',
  properties: (p) => ({
    id: p.uuid().primary(),
    /** The account as which it takes part. */
    userId: p.uuid().unique(),
    ownerId: p.uuid().index(),
  }),
});

export class Bot extends schema.class {}
schema.setClass(Bot);
