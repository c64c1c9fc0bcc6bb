import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MAX_KEYWORDS, type Weekday as DayOfWeek } from '../../rules/index.js';

export enum Weekday {
  MONDAY = 'MONDAY',
  TUESDAY = 'TUESDAY',
  WEDNESDAY = 'WEDNESDAY',
  THURSDAY = 'THURSDAY',
  FRIDAY = 'FRIDAY',
  SATURDAY = 'SATURDAY',
  SUNDAY = 'SUNDAY',
}

registerEnumType(Weekday, {
  name: 'Weekday',
  description: 'A day of the week, from midnight to midnight where somebody is.',
  valuesMap: {
    MONDAY: { description: 'The first day of the week (ISO 8601).' },
    TUESDAY: { description: 'The second day of the week.' },
    WEDNESDAY: { description: 'The third day of the week.' },
    THURSDAY: { description: 'The fourth day of the week.' },
    FRIDAY: { description: 'The fifth day of the week.' },
    SATURDAY: { description: 'The sixth day of the week.' },
    SUNDAY: { description: 'The last day of the week.' },
  },
});

@ObjectType('QuietHours', {
  description: 'When somebody wants quiet, each week: messages are there as always, and nothing calls.',
})
export class QuietHoursType {
  @Field({ description: 'When they begin, as HH:MM from 00:00 to 23:59.' })
  from!: string;

  @Field({
    description:
      'When they end, as HH:MM. Earlier than `from`, it is of the next day; the same as `from`, a whole day later.',
  })
  until!: string;

  @Field(() => [Weekday], { description: 'On which days they begin; at least one, in the order of the week.' })
  days!: readonly DayOfWeek[];

  @Field(() => String, {
    nullable: true,
    description:
      "In which time zone, as a name of the IANA's database. Null for that of the viewer's profile, which is UTC where it has none.",
  })
  timeZone!: string | null;
}

@ObjectType('NotificationSettings', { description: 'When and how the viewer wants to be called.' })
export class NotificationSettingsType {
  @Field(() => QuietHoursType, { nullable: true, description: 'When nothing calls, each week; null for never.' })
  quietHours!: QuietHoursType | null;

  @Field(() => [String], {
    description: `Words that call the viewer in every room that they are in, as they were written; at most ${String(MAX_KEYWORDS)}. They are looked for as whole words, without regard to case and accents.`,
  })
  keywords!: readonly string[];

  @Field({
    description: 'Whether a push notification shows what was said. Where not, and so it begins, it says who and where.',
  })
  showsText!: boolean;
}
