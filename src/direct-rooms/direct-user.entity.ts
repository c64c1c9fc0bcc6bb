import { defineEntity } from '@mikro-orm/core';

/** Somebody whom a direct room is for, from its opening on and for ever, whether they are in it yet or not. */
const schema = defineEntity({
  name: 'DirectUser',
  tableName: 'direct_user',
  properties: (p) => ({
    roomId: p.uuid().primary(),
    userId: p.uuid().primary(),
  }),
  indexes: [{ properties: ['userId', 'roomId'] }],
});

export class DirectUser extends schema.class {}
schema.setClass(DirectUser);
