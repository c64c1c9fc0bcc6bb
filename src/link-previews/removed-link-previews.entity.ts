import { defineEntity } from '@mikro-orm/core';

/** A message whose author, or a moderator, wants it to have no previews. It gets none when it is edited, either. */
const schema = defineEntity({
  name: 'RemovedLinkPreviews',
  tableName: 'removed_link_previews',
  properties: (p) => ({ messageId: p.uuid().primary() }),
});

export class RemovedLinkPreviews extends schema.class {}
schema.setClass(RemovedLinkPreviews);
