import { defineEntity, p } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';

/**
 * What a thread is to somebody, for one stay in its room. There is no row for those who neither follow nor have read it. It belongs to the person, as `RoomState`
 * does: whoever changes it holds the person.
 */
const schema = defineEntity({
  name: 'ThreadState',
  tableName: 'thread_state',
  properties: {
    membershipId: p.uuid().primary(),
    threadId: p.uuid().primary(),
    /** Null for one who has read it, but has neither followed it nor said that they do not want to. */
    follows: p.boolean().strictNullable(),
    lastReadNumber: p.type(Int64),
  },
  // Who is to hear of a reply.
  indexes: [
    { name: 'thread_state_followed_index', properties: ['threadId', 'membershipId'], where: { follows: true } },
  ],
});

export class ThreadState extends schema.class {}
schema.setClass(ThreadState);
