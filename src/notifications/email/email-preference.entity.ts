import { defineEntity, p } from '@mikro-orm/core';

/** Which e-mail somebody wants, and when they got some. There is no row while all is as it begins. */
const schema = defineEntity({
  name: 'EmailPreference',
  tableName: 'email_preference',
  properties: {
    userId: p.uuid().primary(),
    missedMessages: p.boolean().default(true),
    digest: p.boolean().default(false),
    digestHour: p.integer().default(8),
    showsText: p.boolean().default(false),
    /** When they were last sent something about missed messages. */
    lastMissedAt: p.datetime().strictNullable(),
    /** Up to when a digest has told them. */
    lastDigestAt: p.datetime().strictNullable(),
    /** Null where they want none. */
    nextDigestAt: p.datetime().strictNullable(),
  },
  indexes: [
    {
      name: 'email_preference_next_digest_at_index',
      properties: ['nextDigestAt'],
      where: { nextDigestAt: { $ne: null } },
    },
  ],
});

export class EmailPreference extends schema.class {}
schema.setClass(EmailPreference);
