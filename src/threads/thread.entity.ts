import { defineEntity, p } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';
import { Room } from '../rooms/index.js';

/**
 * What was said beside a room's timeline, about one message of it: that message is the root, and its id is the thread's. It is there from its first message on, and stays
 * when the root is deleted. Whoever changes it holds the room.
 */
const schema = defineEntity({
  name: 'Thread',
  tableName: 'thread',
  properties: {
    id: p.uuid().primary(),
    roomId: p.manyToOne(Room).mapToPk().fieldName('room_id'),
    /** The number of its newest message. */
    lastNumber: p.type(Int64),
    lastMessageAt: p.datetime(),
    /** Up to this number everything that was too old is deleted. */
    expiredNumber: p.type(Int64).default(0),
  },
});

export class Thread extends schema.class {}
schema.setClass(Thread);
