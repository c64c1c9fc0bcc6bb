import { defineEntity, p } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';
import { Room } from '../rooms/index.js';
import { User } from '../users/index.js';
import { MessageContentColumn } from './message-content.column.js';

/** BROKEN_OFF: its bot stopped in the middle. */
export type StreamState = 'STREAMING' | 'DONE' | 'BROKEN_OFF';

/** One message, of its room's own timeline or of a thread. A deleted one keeps its row and number, and its nonce, which must answer for ever. */
const schema = defineEntity({
  name: 'Message',
  tableName: 'message',
  // Rooms and authors are found by the first column of the indexes below.
  properties: {
    id: p.uuid().primary(),
    roomId: p.manyToOne(Room).mapToPk().fieldName('room_id').index(false),
    /** The thread that it stands in; null in the room's own timeline. */
    threadId: p.uuid().strictNullable(),
    /** Its place in its timeline. */
    number: p.type(Int64),
    /** The place of its MessageSent or ThreadMessageSent among the room's events. */
    seq: p.type(Int64),
    authorId: p.manyToOne(User).mapToPk().fieldName('author_id').index(false),
    content: p.type(MessageContentColumn).fieldName('body'),
    nonce: p.string().strictNullable(),
    /** SHA-256 of the input that came with the nonce: the same nonce with another input is a conflict. */
    fingerprint: p.string().strictNullable(),
    /** The message of the same timeline that it answers. */
    replyToId: p.uuid().strictNullable(),
    createdAt: p.datetime(),
    editedAt: p.datetime().strictNullable(),
    deletedAt: p.datetime().strictNullable(),
    /** Null while it is not pinned; a deleted one never is. */
    pinnedAt: p.datetime().strictNullable(),
    /** Of a message that grows, or grew, piece by piece; null for any other. */
    streamState: p.string().$type<StreamState>().strictNullable(),
  },
  // What goes by numbers says of which timeline: without that, a room would show what was said in its threads, and find it without an index.
  uniques: [
    { name: 'message_room_id_number_unique', properties: ['roomId', 'number'], where: { threadId: null } },
    { name: 'message_thread_id_number_unique', properties: ['threadId', 'number'], where: { threadId: { $ne: null } } },
    { properties: ['authorId', 'nonce'] },
  ],
  indexes: [
    // What does not count as unread: one's own messages, and of the others those that are deleted. Both are counted in the index alone.
    {
      name: 'message_room_id_author_id_number_index',
      // With the column of its condition, which SQLite reads from the message otherwise.
      properties: ['roomId', 'authorId', 'number', 'threadId'],
      where: { threadId: null },
    },
    {
      name: 'message_deleted_index',
      properties: ['roomId', 'number', 'authorId', 'deletedAt', 'threadId'],
      where: { deletedAt: { $ne: null }, threadId: null },
    },
    // The same of a thread, and who wrote there last.
    {
      name: 'message_thread_author_index',
      properties: ['threadId', 'authorId', 'number', 'deletedAt'],
      where: { threadId: { $ne: null } },
    },
    {
      name: 'message_thread_deleted_index',
      properties: ['threadId', 'number', 'authorId', 'deletedAt'],
      where: { deletedAt: { $ne: null }, threadId: { $ne: null } },
    },
    // The newest ones of a thread, from any moment back.
    {
      name: 'message_thread_id_index',
      properties: ['threadId', 'id', 'authorId', 'deletedAt'],
      where: { threadId: { $ne: null } },
    },
    { name: 'message_streaming_index', properties: ['id'], where: { streamState: 'STREAMING' } },
    { name: 'message_pinned_index', properties: ['roomId', 'pinnedAt', 'seq'], where: { pinnedAt: { $ne: null } } },
  ],
});

export class Message extends schema.class {}
schema.setClass(Message);
