import { defineEntity } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';
import { Message } from '../messages/index.js';
import { User } from '../users/index.js';

/** One emoji of one person's on one message: there once, whatever the network does. Those of a deleted message are gone. */
const schema = defineEntity({
  name: 'Reaction',
  tableName: 'reaction',
  properties: (p) => ({
    messageId: p.manyToOne(Message).mapToPk().fieldName('message_id').index(false).primary(),
    userId: p.manyToOne(User).mapToPk().fieldName('user_id').index(false).primary(),
    emoji: p.string().primary(),
    /** The place of its ReactionAdded among the room's events: those who were first stand first. */
    seq: p.type(Int64),
    /** The same of the reaction with which this emoji came to the message. Its place stays when that one is taken back. */
    firstSeq: p.type(Int64),
  }),
  indexes: [{ properties: ['messageId', 'emoji', 'seq'] }],
});

export class Reaction extends schema.class {}
schema.setClass(Reaction);
