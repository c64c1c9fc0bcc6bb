import { defineEntity } from '@mikro-orm/core';

/** Somebody whom somebody does not want to hear from. It belongs to whoever blocks them: whoever changes it holds that person. */
const schema = defineEntity({
  name: 'UserBlock',
  tableName: 'user_block',
  properties: (p) => ({
    blockerId: p.uuid().primary(),
    blockedId: p.uuid().primary(),
    createdAt: p.datetime(),
  }),
  indexes: [{ properties: ['blockerId', 'createdAt', 'blockedId'] }],
});

export class UserBlock extends schema.class {}
schema.setClass(UserBlock);
