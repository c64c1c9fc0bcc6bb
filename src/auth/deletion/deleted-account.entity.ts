import { defineEntity } from '@mikro-orm/core';

/** An account that was deleted. Its row among the users stays, and says nothing any more: it is the author of what stays. */
const schema = defineEntity({
  name: 'DeletedAccount',
  tableName: 'deleted_account',
  properties: (p) => ({
    userId: p.uuid().primary(),
    withMessages: p.boolean(),
    deletedAt: p.datetime(),
    /** Null while something of it is still stored. */
    removedAt: p.datetime().strictNullable(),
  }),
});

export class DeletedAccountRow extends schema.class {}
schema.setClass(DeletedAccountRow);
