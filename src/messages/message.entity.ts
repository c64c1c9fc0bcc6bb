import { defineEntity, p } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';
import { Room } from '../rooms/index.js';
import { User } from '../users/index.js';
import { MessageContentColumn } from './message-content.column.js';

/** One message. A deleted one keeps its row and number, and its nonce, which must answer for ever. */
const schema = defineEntity({
  name: 'Message',
  tableName: 'message',
  // Rooms and authors are found by the first column of the unique indexes below.
  properties: {
    id: p.uuid().primary(),
    roomId: p.manyToOne(Room).mapToPk().fieldName('room_id').index(false),
    number: p.type(Int64),
    /** The place of its MessageSent among the room's events. */
    seq: p.type(Int64),
    authorId: p.manyToOne(User).mapToPk().fieldName('author_id').index(false),
    content: p.type(MessageContentColumn).fieldName('body'),
    nonce: p.string().strictNullable(),
    /** SHA-256 of the input that came with the nonce: the same nonce with another input is a conflict. */
    fingerprint: p.string().strictNullable(),
    /** The message of the same room that it answers. */
    replyToId: p.uuid().strictNullable(),
    createdAt: p.datetime(),
    editedAt: p.datetime().strictNullable(),
    deletedAt: p.datetime().strictNullable(),
    /** Null while it is not pinned; a deleted one never is. */
    pinnedAt: p.datetime().strictNullable(),
  },
  uniques: [{ properties: ['roomId', 'number'] }, { properties: ['authorId', 'nonce'] }],
  indexes: [
    // What does not count as unread: one's own messages, and of the others those that are deleted. Both are counted in the index alone.
    { properties: ['roomId', 'authorId', 'number'] },
    {
      name: 'message_deleted_index',
      properties: ['roomId', 'number', 'authorId', 'deletedAt'],
      where: { deletedAt: { $ne: null } },
    },
    { name: 'message_pinned_index', properties: ['roomId', 'pinnedAt', 'number'], where: { pinnedAt: { $ne: null } } },
  ],
});

export class Message extends schema.class {}
schema.setClass(Message);
