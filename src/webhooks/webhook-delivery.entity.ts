import { defineEntity, p } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';

export const DELIVERY_STATES = ['PENDING', 'DELIVERED', 'DEAD'] as const;

/** One event on its way to one webhook, and what became of it. What is sent is made when it is sent. */
const schema = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  properties: {
    id: p.uuid().primary(),
    webhookId: p.uuid(),
    eventId: p.uuid(),
    /** Where the event is in the log. */
    position: p.type(Int64),
    /** What goes one after the other: the room; the webhook, for what happens in no room; itself, where it is sent once more. */
    lane: p.uuid(),
    state: p.enum(DELIVERY_STATES),
    attempts: p.integer(),
    /** Null where it waits for an earlier one of its lane, and where it is over. */
    nextAttemptAt: p.datetime().strictNullable(),
    /** Of the last attempt. */
    statusCode: p.integer().strictNullable(),
    error: p.text().strictNullable(),
    createdAt: p.datetime(),
  },
  uniques: [{ properties: ['webhookId', 'eventId'] }],
  indexes: [
    { name: 'webhook_delivery_due_index', properties: ['nextAttemptAt'], where: { state: 'PENDING' } },
    { name: 'webhook_delivery_lane_index', properties: ['webhookId', 'lane', 'position'], where: { state: 'PENDING' } },
    { properties: ['webhookId', 'id'] },
    { properties: ['webhookId', 'state', 'id'] },
    { properties: ['createdAt'] },
  ],
});

export class WebhookDelivery extends schema.class {}
schema.setClass(WebhookDelivery);
