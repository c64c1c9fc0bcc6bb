import { defineEntity, p } from '@mikro-orm/core';

/** Where somebody gets e-mail from this server, and where they want to get it. Nobody else sees it. */
const schema = defineEntity({
  name: 'EmailAddress',
  tableName: 'email_address',
  properties: {
    userId: p.uuid().primary(),
    /** One that they have shown to be theirs; null while there is none. */
    address: p.string().strictNullable(),
    /** The same folded, for whoever has forgotten their username. Several accounts may have one address. */
    addressKey: p.string().strictNullable(),
    confirmedAt: p.datetime().strictNullable(),
    /** One that they have yet to show to be theirs. */
    pendingAddress: p.string().strictNullable(),
    /** The token of the link that shows it follows from this and a key of the server's. */
    pendingId: p.uuid().strictNullable(),
    pendingTokenHash: p.string().strictNullable().unique(),
    pendingUntil: p.datetime().strictNullable(),
    /** Since when the server of the address refuses it; null where it does not. */
    failingSince: p.datetime().strictNullable(),
    failure: p.string().strictNullable(),
  },
  indexes: [{ properties: ['addressKey'] }],
});

export class EmailAddress extends schema.class {}
schema.setClass(EmailAddress);
