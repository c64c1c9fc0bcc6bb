import { defineEntity } from '@mikro-orm/core';

/** With which nonce an account was made a moment ago: whoever sends it again, and has not come in yet, is answered again. */
const schema = defineEntity({
  name: 'Registration',
  tableName: 'registration',
  properties: (p) => ({
    userId: p.uuid().primary(),
    /** Keyed: who can read the database could otherwise try nonces, and be given the account. */
    nonceHash: p.string().unique(),
    createdAt: p.datetime().index(),
  }),
});

export class Registration extends schema.class {}
schema.setClass(Registration);
