import { defineEntity } from '@mikro-orm/core';

/** A word or a few that somebody wants to be called by, wherever they are a member. */
const schema = defineEntity({
  name: 'NotificationKeyword',
  tableName: 'notification_keyword',
  properties: (p) => ({
    userId: p.uuid().primary(),
    /** In the order in which they were given. */
    place: p.integer().primary(),
    /** As it was written. */
    keyword: p.string(),
    /** The first piece of it, folded: whoever has it in a message may be called by that. */
    piece: p.string(),
  }),
  indexes: [{ properties: ['piece', 'userId'] }],
});

export class NotificationKeyword extends schema.class {}
schema.setClass(NotificationKeyword);
