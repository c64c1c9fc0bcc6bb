import { defineEntity, p } from '@mikro-orm/core';

/** Something that one device is to be told, and what became of it. Each is told once: its key says what. */
const schema = defineEntity({
  name: 'PushDelivery',
  tableName: 'push_delivery',
  properties: {
    subscriptionId: p.uuid().primary(),
    kind: p.enum(['MESSAGE', 'CLOSE', 'TEST'] as const).primary(),
    /** The message that it is about; of a test an id of its own. */
    subjectId: p.uuid().primary(),
    /** Whose device it is. The device may be forgotten before this is. */
    userId: p.uuid(),
    deviceName: p.string(),
    status: p.enum(['WAITING', 'SENT', 'GONE', 'REFUSED', 'FAILED', 'WITHHELD'] as const),
    /** An attempt is counted before it is made. */
    attempts: p.integer(),
    nextAttemptAt: p.datetime(),
    /** When its status became what it is. */
    at: p.datetime(),
  },
  indexes: [
    { name: 'push_delivery_waiting_index', properties: ['nextAttemptAt'], where: { status: 'WAITING' } },
    { properties: ['subscriptionId', 'at'] },
    { properties: ['subjectId', 'userId'] },
    { properties: ['userId'] },
    { properties: ['at'] },
  ],
});

export class PushDelivery extends schema.class {}
schema.setClass(PushDelivery);
