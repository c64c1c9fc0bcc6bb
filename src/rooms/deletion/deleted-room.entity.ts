import { defineEntity } from '@mikro-orm/core';

/**
 * A room that was deleted. It is nobody's any more: its stays have ended, and its row says nothing. That row stays: to remove it the database would look
 * through all messages there are for one that still names it.
 */
const schema = defineEntity({
  name: 'DeletedRoom',
  tableName: 'deleted_room',
  properties: (p) => ({
    roomId: p.uuid().primary(),
    deletedAt: p.datetime(),
    /** Null while something of it is still stored. */
    removedAt: p.datetime().strictNullable(),
  }),
});

export class DeletedRoom extends schema.class {}
schema.setClass(DeletedRoom);
