import { defineEntity } from '@mikro-orm/core';

/** When and how somebody wants to be called. There is no row while all is as it begins. */
const schema = defineEntity({
  name: 'NotificationSettings',
  tableName: 'notification_settings',
  properties: (p) => ({
    userId: p.uuid().primary(),
    /** Until then nothing calls them; it stands here until another time is set. */
    doNotDisturbUntil: p.datetime().strictNullable(),
    /** Quiet hours: HH:MM. All four are null where there are none. */
    quietFrom: p.string().strictNullable(),
    quietUntil: p.string().strictNullable(),
    /** On which days they begin, with spaces between them. */
    quietDays: p.string().strictNullable(),
    /** A name of the IANA's time zone database; null for that of the profile. */
    quietTimeZone: p.string().strictNullable(),
    /** Whether a notification shows what was said. */
    showsText: p.boolean().default(false),
  }),
});

export class NotificationSettings extends schema.class {}
schema.setClass(NotificationSettings);
