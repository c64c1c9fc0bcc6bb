import { defineEntity, p } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';

/**
 * Somebody whom a message names, whether they are in its room or not. Where the message stands and whose it is never changes, and is
 * written here again: so the unread ones of a person are a stretch of an index. Those of a deleted message are gone.
 */
const schema = defineEntity({
  name: 'MessageMention',
  tableName: 'message_mention',
  properties: {
    messageId: p.uuid().primary(),
    userId: p.uuid().primary(),
    roomId: p.uuid(),
    /** Null where the message stands in the room's own timeline; else its number is one of the thread's. */
    threadId: p.uuid().strictNullable(),
    number: p.type(Int64),
    authorId: p.uuid(),
  },
  indexes: [
    // Of each timeline one of its own: a number of a thread is none of its room.
    {
      name: 'message_mention_user_id_room_id_number_author_id_index',
      properties: ['userId', 'roomId', 'number', 'authorId', 'threadId'],
      where: { threadId: null },
    },
    {
      name: 'message_mention_thread_index',
      properties: ['userId', 'threadId', 'number', 'authorId'],
      where: { threadId: { $ne: null } },
    },
    { properties: ['userId', 'messageId'] },
  ],
});

export class MessageMention extends schema.class {}
schema.setClass(MessageMention);
