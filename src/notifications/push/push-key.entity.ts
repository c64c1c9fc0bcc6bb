import { defineEntity } from '@mikro-orm/core';

/** By what push services know this server (RFC 8292). There is one row; it goes along with a backup, because browsers subscribe to this key and no other. */
const schema = defineEntity({
  name: 'PushKey',
  tableName: 'push_key',
  properties: (p) => ({
    id: p.integer().primary().autoincrement(false),
    /** P-256, in base64url. */
    publicKey: p.string(),
    privateKey: p.string(),
  }),
});

export class PushKey extends schema.class {}
schema.setClass(PushKey);
