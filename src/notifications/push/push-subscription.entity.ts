import { defineEntity } from '@mikro-orm/core';

/** A browser that is called while the client is closed, by the push service that it has chosen (RFC 8030). It belongs to the session that registered it, and ends with that. */
const schema = defineEntity({
  name: 'PushSubscription',
  tableName: 'push_subscription',
  properties: (p) => ({
    id: p.uuid().primary(),
    userId: p.uuid().index(),
    sessionId: p.uuid().index(),
    /** A secret: whoever knows it could try to call the browser. */
    endpoint: p.text().unique(),
    /** The browser's public key and its secret (RFC 8291), in base64url. */
    p256dh: p.string(),
    auth: p.string(),
    deviceName: p.string(),
    createdAt: p.datetime(),
    /** When its push service last took something for it. */
    lastDeliveryAt: p.datetime().strictNullable(),
  }),
});

export class PushSubscription extends schema.class {}
schema.setClass(PushSubscription);
