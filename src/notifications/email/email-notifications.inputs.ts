import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { EmailNotificationsType } from './email-notifications.type.js';

@InputType({ description: 'What is to be different about the e-mail that the viewer wants; what is left out stays.' })
export class SetEmailNotificationsInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to be told of what they miss; null for what it is at first.',
  })
  missedMessages?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to get a digest each day; null for what it is at first.',
  })
  digest?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'At which hour, from 0 to 23; anything else is BAD_USER_INPUT. Null for what it is at first.',
  })
  digestHour?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether e-mail shows what was said; null for what it is at first.',
  })
  showsText?: boolean | null;
}

@ObjectType({ description: 'The answer to `setEmailNotifications`.' })
export class SetEmailNotificationsPayload {
  @Field(() => EmailNotificationsType, { description: 'As they are now.' })
  emailNotifications!: EmailNotificationsType;
}

@InputType({ description: 'The link at the end of an e-mail.' })
export class UnsubscribeInput {
  @Field({
    description:
      'The last part of the link. NOT_FOUND where it is none of this server, or the address is another one by now.',
  })
  token!: string;
}

@ObjectType({ description: 'The answer to `unsubscribe`.' })
export class UnsubscribePayload {
  @Field({
    description: 'Always true, also where no such e-mail was sent any more: what goes wrong is an error of the answer.',
  })
  ok!: boolean;
}
