import { defineEntity } from '@mikro-orm/core';

/** A message that answers somebody else's: so that they find it, without going through all that they ever wrote. */
const schema = defineEntity({
  name: 'MessageAnswer',
  tableName: 'message_answer',
  properties: (p) => ({
    messageId: p.uuid().primary(),
    /** Whose message it answers. */
    userId: p.uuid(),
  }),
  indexes: [{ properties: ['userId', 'messageId'] }],
});

export class MessageAnswer extends schema.class {}
schema.setClass(MessageAnswer);
