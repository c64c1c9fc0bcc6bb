import { defineEntity } from '@mikro-orm/core';

/** A message whose links are to be looked at: it was just sent or edited. */
const schema = defineEntity({
  name: 'LinkPreviewDue',
  tableName: 'link_preview_due',
  properties: (p) => ({ messageId: p.uuid().primary() }),
});

export class LinkPreviewDue extends schema.class {}
schema.setClass(LinkPreviewDue);
