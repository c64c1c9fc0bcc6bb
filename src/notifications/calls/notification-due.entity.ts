import { defineEntity } from '@mikro-orm/core';

/** A message that was just sent: whom it calls is yet to be found. */
const schema = defineEntity({
  name: 'NotificationDue',
  tableName: 'notification_due',
  properties: (p) => ({ messageId: p.uuid().primary() }),
});

export class NotificationDue extends schema.class {}
schema.setClass(NotificationDue);
