import { defineEntity } from '@mikro-orm/core';

/** Stored bytes that no file names any more, because their message, their room or the account of their sender was deleted: they are still to be removed. */
const schema = defineEntity({
  name: 'RemovedBytes',
  tableName: 'removed_bytes',
  properties: (p) => ({
    key: p.string().primary(),
    /** The message that was deleted, or the room, or the account. */
    messageId: p.uuid().index(),
  }),
});

export class RemovedBytes extends schema.class {}
schema.setClass(RemovedBytes);
