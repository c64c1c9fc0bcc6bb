import { defineEntity, p } from '@mikro-orm/core';

/** A message that calls somebody who may miss it, and what became of the e-mail about it. Kept for a few days. */
const schema = defineEntity({
  name: 'MissedMessage',
  tableName: 'missed_message',
  properties: {
    userId: p.uuid().primary(),
    messageId: p.uuid().primary(),
    status: p.enum(['WAITING', 'SENT', 'FAILED', 'WITHHELD'] as const),
    /** Why it was withheld, by the rule that says what notifies whom; null where it was no rule of that. */
    reason: p.string().strictNullable(),
    /** The e-mail that tells of it; null while it waits for being read. */
    mailId: p.uuid().strictNullable().index(),
    /** When it counts as missed. */
    dueAt: p.datetime(),
    /** When its status became what it is. */
    at: p.datetime(),
  },
  indexes: [
    { name: 'missed_message_due_index', properties: ['dueAt'], where: { status: 'WAITING', mailId: null } },
    { properties: ['messageId'] },
    { properties: ['at'] },
  ],
});

export class MissedMessage extends schema.class {}
schema.setClass(MissedMessage);
