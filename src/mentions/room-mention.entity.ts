import { defineEntity } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';

/** A message that names everybody in its room: one row for all of them. That of a deleted message is gone. */
const schema = defineEntity({
  name: 'RoomMention',
  tableName: 'room_mention',
  properties: (p) => ({
    messageId: p.uuid().primary(),
    roomId: p.uuid(),
    number: p.type(Int64),
    authorId: p.uuid(),
  }),
  indexes: [{ properties: ['roomId', 'number', 'authorId'] }],
});

export class RoomMention extends schema.class {}
schema.setClass(RoomMention);
