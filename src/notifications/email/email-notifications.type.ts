import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('EmailNotifications', {
  description: 'Which e-mail the viewer wants to be sent, at their confirmed address. Until they have one, none is.',
})
export class EmailNotificationsType {
  @Field({
    description:
      'Whether mentions, replies, keywords and direct messages that they have not read after 15 minutes are sent to them, at most one e-mail an hour. On at first.',
  })
  missedMessages!: boolean;

  @Field({
    description: 'Whether they are told once a day what they have not read, where there is something. Off at first.',
  })
  digest!: boolean;

  @Field(() => Int, {
    description:
      'At which hour of the time zone of their profile, which is UTC where it has none: 0 to 23; 8 at first.',
  })
  digestHour!: number;

  @Field({ description: 'Whether e-mail shows what was said. Off at first: then it says who and where.' })
  showsText!: boolean;
}

/** As the rows have it. */
export interface EmailPreferenceRow {
  readonly missedMessages: number | boolean;
  readonly digest: number | boolean;
  readonly digestHour: number;
  readonly showsText: number | boolean;
}

export const BEGINNING: EmailNotificationsType = {
  missedMessages: true,
  digest: false,
  digestHour: 8,
  showsText: false,
};

export function emailNotificationsIn(row: EmailPreferenceRow | undefined): EmailNotificationsType {
  if (!row) return BEGINNING;
  const { missedMessages, digest, digestHour, showsText } = row;
  return {
    missedMessages: Boolean(missedMessages),
    digest: Boolean(digest),
    digestHour,
    showsText: Boolean(showsText),
  };
}
