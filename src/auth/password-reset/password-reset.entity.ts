import { defineEntity, p } from '@mikro-orm/core';

/** A link by which somebody chooses a new password without the old one. Each account has one at most: a newer one replaces it. */
const schema = defineEntity({
  name: 'PasswordReset',
  tableName: 'password_reset',
  properties: {
    userId: p.uuid().primary(),
    /** SHA-256 of the token, which is in the link alone: who can read the database cannot follow it. */
    tokenHash: p.string().unique(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

export class PasswordReset extends schema.class {}
schema.setClass(PasswordReset);
