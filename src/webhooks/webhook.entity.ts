import { defineEntity, p } from '@mikro-orm/core';
import type { KeptFilter } from '../consumers/index.js';
import { Int64 } from '../database/index.js';

/** An address that what happens is posted to, as one bot sees it. It is the bot's: a change locks the bot's account. */
const schema = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  properties: {
    id: p.uuid().primary(),
    botId: p.uuid().index(),
    url: p.text(),
    filter: p.json<KeptFilter>(),
    /** As its owner wrote it. */
    selection: p.text(),
    /** Signs what is sent, so it has to be read again: `whsec_` and base64. */
    secret: p.string(),
    /** The secret before, which signs as well for a while. */
    previousSecret: p.string().strictNullable(),
    previousUntil: p.datetime().strictNullable(),
    isPaused: p.boolean(),
    /** Of everything up to here in the log it is written down what is to be sent. */
    position: p.type(Int64),
    createdAt: p.datetime(),
    /** Since when no attempt has succeeded; null where the last one did. */
    failingSince: p.datetime().strictNullable(),
  },
});

export class Webhook extends schema.class {}
schema.setClass(Webhook);
