import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../graphql/index.js';
import { MAX_KEYWORD_LENGTH, MAX_KEYWORDS, MIN_KEYWORD_LENGTH } from '../../rules/index.js';
import { NotificationSettingsType, Weekday } from './notification-settings.type.js';

@InputType({ description: 'Until when nothing is to call the viewer.' })
export class SetDoNotDisturbInput {
  @Field(() => DateTime, {
    nullable: true,
    description: 'Later than now, BAD_USER_INPUT otherwise. Left out or null, the viewer can be called again.',
  })
  until?: Date | null;
}

@ObjectType({ description: 'The answer to `setDoNotDisturb`.' })
export class SetDoNotDisturbPayload {
  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when nothing calls the viewer now; null where they can be called.',
  })
  doNotDisturbUntil!: Date | null;
}

@InputType({ description: 'When the viewer wants quiet, each week.' })
export class QuietHoursInput {
  @Field({ description: 'When they begin, as HH:MM from 00:00 to 23:59; anything else is BAD_USER_INPUT.' })
  from!: string;

  @Field({
    description:
      'When they end, as HH:MM. Earlier than `from`, it is of the next day; the same as `from`, a whole day later.',
  })
  until!: string;

  @Field(() => [Weekday], {
    description:
      'On which days they begin, in any order; at least one, BAD_USER_INPUT otherwise. One that stands there twice counts once.',
  })
  days!: Weekday[];

  @Field(() => String, {
    nullable: true,
    description:
      "A name of the IANA's time zone database, such as Europe/Madrid. Any other text is BAD_USER_INPUT. Null or left out for that of the viewer's profile.",
  })
  timeZone?: string | null;
}

@InputType({
  description: 'When and how the viewer wants to be called. What is left out stays as it is, null clears it.',
})
export class SetNotificationSettingsInput {
  @Field(() => QuietHoursInput, { nullable: true, description: 'When nothing calls, each week; null for never.' })
  quietHours?: QuietHoursInput | null;

  @Field(() => [String], {
    nullable: true,
    description: `Instead of those that there were: at most ${String(MAX_KEYWORDS)} words, or a few words each, of ${String(MIN_KEYWORD_LENGTH)} to ${String(MAX_KEYWORD_LENGTH)} characters in one line; BAD_USER_INPUT otherwise. Two that differ by case or
accents alone are one.`,
  })
  keywords?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a push notification shows what was said; null for not.',
  })
  showsText?: boolean | null;
}

@ObjectType({ description: 'The answer to `setNotificationSettings`.' })
export class SetNotificationSettingsPayload {
  @Field(() => NotificationSettingsType, { description: 'As they are now.' })
  notificationSettings!: NotificationSettingsType;
}
