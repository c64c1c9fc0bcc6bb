import { defineEntity, p } from '@mikro-orm/core';
import { Message } from '../messages/index.js';
import { User } from '../users/index.js';

/** A message that somebody wants to find again. It stays theirs when it is deleted, or when they leave its room: then they do not see it. */
const schema = defineEntity({
  name: 'SavedMessage',
  tableName: 'saved_message',
  // A key of references alone is taken for one that is to vanish with what it refers to, unless it says otherwise.
  properties: {
    userId: p
      .manyToOne(User)
      .mapToPk()
      .deleteRule('no action')
      .updateRule('no action')
      .fieldName('user_id')
      .index(false)
      .primary(),
    messageId: p
      .manyToOne(Message)
      .mapToPk()
      .deleteRule('no action')
      .updateRule('no action')
      .fieldName('message_id')
      .index(false)
      .primary(),
    savedAt: p.datetime(),
  },
  // By the second one a message is removed with its room: whoever saved it is found without going through what everybody saved.
  indexes: [{ properties: ['userId', 'savedAt', 'messageId'] }, { properties: ['messageId'] }],
});

export class SavedMessage extends schema.class {}
schema.setClass(SavedMessage);
