import { defineEntity } from '@mikro-orm/core';

/** An address by which other services post into one room, as a bot that was made for it. Deleted, it is gone. */
const schema = defineEntity({
  name: 'IncomingWebhook',
  tableName: 'incoming_webhook',
  properties: (p) => ({
    id: p.uuid().primary(),
    botId: p.uuid().index(),
    roomId: p.uuid().index(),
    name: p.string(),
    /** SHA-256 of the secret in its address. */
    hash: p.string().unique(),
    createdAt: p.datetime(),
    /** To the minute. */
    lastUsedAt: p.datetime().strictNullable(),
  }),
});

export class IncomingWebhook extends schema.class {}
schema.setClass(IncomingWebhook);
