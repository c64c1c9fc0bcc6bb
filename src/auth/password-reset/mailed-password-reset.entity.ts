import { defineEntity, p } from '@mikro-orm/core';

/** A link to a new password that was sent by e-mail. Not the row of those that administrators make: whoever asks for this one must not end that one. */
const schema = defineEntity({
  name: 'MailedPasswordReset',
  tableName: 'mailed_password_reset',
  properties: {
    /** The token follows from it and a key of the server's. */
    id: p.uuid().primary(),
    userId: p.uuid().index(),
    tokenHash: p.string().unique(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

export class MailedPasswordReset extends schema.class {}
schema.setClass(MailedPasswordReset);
