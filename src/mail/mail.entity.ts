import { defineEntity, p } from '@mikro-orm/core';
import { MAIL_KINDS, MAIL_STATUSES } from './mail-kinds.js';

/** An e-mail that is to be sent, and what became of it. What it says is written when it is sent, so that no text and no link is kept here. */
const schema = defineEntity({
  name: 'Mail',
  tableName: 'mail',
  properties: {
    /** Its Message-ID has this id, so that one that is sent twice can be known for the same. */
    id: p.uuid().primary(),
    kind: p.enum(MAIL_KINDS),
    userId: p.uuid(),
    address: p.string(),
    /** What its writer has to know, as JSON; never a secret. */
    about: p.text().strictNullable(),
    /** The lower is sent first: somebody may be waiting for it. */
    priority: p.integer(),
    status: p.enum(MAIL_STATUSES),
    /** An attempt is counted before it is made. */
    attempts: p.integer(),
    nextAttemptAt: p.datetime(),
    firstAttemptAt: p.datetime().strictNullable(),
    /** When its status became what it is. */
    at: p.datetime(),
  },
  indexes: [
    { name: 'mail_waiting_index', properties: ['priority', 'nextAttemptAt'], where: { status: 'WAITING' } },
    { properties: ['userId'] },
    { properties: ['at'] },
  ],
});

export class Mail extends schema.class {}
schema.setClass(Mail);
