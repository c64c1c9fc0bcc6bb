import { defineEntity } from '@mikro-orm/core';
import { Message } from '../messages/index.js';
import { LinkPreview } from './link-preview.entity.js';

/** One of the first links of a message, and the preview that it has or may come to have. */
const schema = defineEntity({
  name: 'MessageLink',
  tableName: 'message_link',
  properties: (p) => ({
    messageId: p.manyToOne(Message).mapToPk().fieldName('message_id').index(false).primary(),
    /** 0 is the first one. */
    place: p.integer().primary(),
    /** As the message has it: with the part of the page that it points to. */
    url: p.string(),
    previewId: p.manyToOne(LinkPreview).mapToPk().fieldName('preview_id').index(),
  }),
});

export class MessageLink extends schema.class {}
schema.setClass(MessageLink);
