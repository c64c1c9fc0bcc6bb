import { defineEntity } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';
import { Room } from '../rooms/index.js';
import { User } from '../users/index.js';
import { COUNT_IN_TRIGGER, COUNT_OUT_TRIGGER } from './file-triggers.queries.js';

/** A stored file. The row is made last: whatever has a row has its bytes on the disk. */
const schema = defineEntity({
  name: 'File',
  tableName: 'file',
  properties: (p) => ({
    id: p.uuid().primary(),
    roomId: p.manyToOne(Room).mapToPk().fieldName('room_id').index(false),
    uploaderId: p.manyToOne(User).mapToPk().fieldName('uploader_id'),
    /** The message that shows it; null until one does. */
    messageId: p.uuid().strictNullable(),
    /** Its place among the attachments of its message. */
    ordinal: p.integer(),
    name: p.string(),
    mediaType: p.string(),
    size: p.type(Int64),
    /** Of the bytes as they are served, in hexadecimal. */
    sha256: p.string(),
    key: p.string().unique(),
    thumbnailKey: p.string().strictNullable().unique(),
    /** A small file can make a small picture that is larger than itself. */
    thumbnailSize: p.type(Int64).default(0),
    width: p.integer().strictNullable(),
    height: p.integer().strictNullable(),
    createdAt: p.datetime(),
  }),
  indexes: [
    { properties: ['messageId', 'ordinal'] },
    { properties: ['messageId', 'createdAt'] },
    // How much there is of a room, and how old it is, without a look at the rows.
    { properties: ['roomId', 'createdAt', 'size', 'thumbnailSize'] },
  ],
  triggers: [
    { name: 'file_stored', timing: 'after', events: ['insert'], body: COUNT_IN_TRIGGER },
    { name: 'file_removed', timing: 'after', events: ['delete'], body: COUNT_OUT_TRIGGER },
  ],
});

export class File extends schema.class {}
schema.setClass(File);
