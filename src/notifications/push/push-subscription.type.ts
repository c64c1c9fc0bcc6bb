import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../graphql/index.js';

@ObjectType('PushSubscription', {
  description:
    'A device of the viewer that is notified while the client is closed there. It ends with the session that registered it. Where its push service is, nobody is told.',
})
export class PushSubscriptionType {
  @Field(() => ID, { description: 'For `testPushSubscription` and `removePushSubscription`.' })
  id!: string;

  @Field({ description: 'What the viewer calls it.' })
  deviceName!: string;

  @Field(() => DateTime, { description: 'When it was first registered.' })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When its push service last took something for it; null where it never has.',
  })
  lastDeliveryAt!: Date | null;

  @Field({ description: 'Whether the session that asks registered it.' })
  isCurrent!: boolean;
}
