import { defineEntity, p } from '@mikro-orm/core';
import { Int64 } from '../../database/index.js';

/** What was decided about a message and somebody whom it may have concerned, when it came. Kept for a few days, for those who have a device to be called on. */
const schema = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: {
    messageId: p.uuid().primary(),
    userId: p.uuid().primary(),
    roomId: p.uuid(),
    threadId: p.uuid().strictNullable(),
    /** Of the message, in its timeline. */
    number: p.type(Int64),
    /** Why they were called, or why not. */
    reason: p.string(),
    /** Whether a device may be showing it. */
    isOpen: p.boolean(),
    decidedAt: p.datetime(),
  },
  indexes: [
    { name: 'notification_open_index', properties: ['userId', 'roomId', 'number'], where: { isOpen: true } },
    { properties: ['userId'] },
    { properties: ['decidedAt'] },
  ],
});

export class Notification extends schema.class {}
schema.setClass(Notification);
