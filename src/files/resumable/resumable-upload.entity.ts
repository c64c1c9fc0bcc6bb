import { defineEntity, p } from '@mikro-orm/core';
import { Int64 } from '../../database/index.js';
import { Room } from '../../rooms/index.js';
import { User } from '../../users/index.js';

/**
 * A file that comes in by parts. The row is the truth of how much is there: bytes beyond `received` may lie on the disk, were never
 * synced and are overwritten. Once the file is stored it has the upload's id, and the row stays for a day, for a client that asks again.
 */
const schema = defineEntity({
  name: 'ResumableUpload',
  tableName: 'resumable_upload',
  properties: {
    id: p.uuid().primary(),
    uploaderId: p.manyToOne(User).mapToPk().fieldName('uploader_id').index(false),
    roomId: p.manyToOne(Room).mapToPk().fieldName('room_id'),
    /** As the client wrote it (Upload-Metadata), because it gets it back. */
    metadata: p.string(),
    /** In bytes. Counts against the quotas until the file is stored. */
    length: p.type(Int64),
    received: p.type(Int64),
    isStored: p.boolean(),
    createdAt: p.datetime().index(),
  },
  indexes: [
    {
      name: 'resumable_upload_reserved_index',
      properties: ['uploaderId', 'length'],
      where: { isStored: false },
    },
  ],
});

export class ResumableUpload extends schema.class {}
schema.setClass(ResumableUpload);
