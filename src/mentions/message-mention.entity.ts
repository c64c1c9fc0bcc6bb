import { defineEntity } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';

/**
 * Somebody whom a message names, whether they are in its room or not. Where the message stands and whose it is never changes, and is
 * written here again: so the unread ones of a person are a stretch of an index. Those of a deleted message are gone.
 */
const schema = defineEntity({
  name: 'MessageMention',
  tableName: 'message_mention',
  properties: (p) => ({
    messageId: p.uuid().primary(),
    userId: p.uuid().primary(),
    roomId: p.uuid(),
    number: p.type(Int64),
    authorId: p.uuid(),
  }),
  indexes: [{ properties: ['userId', 'roomId', 'number', 'authorId'] }, { properties: ['userId', 'messageId'] }],
});

export class MessageMention extends schema.class {}
schema.setClass(MessageMention);
