import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MAX_DEVICE_NAME_LENGTH } from '../../rules/index.js';
import { PushSubscriptionType } from './push-subscription.type.js';

@InputType({ description: 'The keys of a subscription, as its `toJSON()` has them in the browser (RFC 8291).' })
export class PushSubscriptionKeysInput {
  @Field({
    description: 'The public key of the browser: a point of P-256, 65 bytes in base64url; BAD_USER_INPUT otherwise.',
  })
  p256dh!: string;

  @Field({ description: 'The secret of the browser: 16 bytes in base64url; BAD_USER_INPUT otherwise.' })
  auth!: string;
}

@InputType({ description: 'A browser that is to be notified, as `PushSubscription.toJSON()` says there.' })
export class RegisterPushSubscriptionInput {
  @Field({
    description:
      'Where its push service takes what is for it (RFC 8030): an https address of up to 2,048 characters at a public host, BAD_USER_INPUT otherwise. It names the device: registered again it is the same one, and takes the new keys and name.',
  })
  endpoint!: string;

  @Field(() => PushSubscriptionKeysInput, { description: 'By which it alone can read what it is sent.' })
  keys!: PushSubscriptionKeysInput;

  @Field({
    description: `What the viewer calls it: 1 to ${String(MAX_DEVICE_NAME_LENGTH)} characters in one line, such as "Firefox on Linux".`,
  })
  deviceName!: string;
}

@ObjectType({ description: 'The answer to `registerPushSubscription`.' })
export class RegisterPushSubscriptionPayload {
  @Field(() => PushSubscriptionType, { description: 'The device as it is kept now.' })
  pushSubscription!: PushSubscriptionType;
}

@InputType({ description: 'Which device is to be notified no more.' })
export class RemovePushSubscriptionInput {
  @Field(() => ID, { description: "One that is there no more, or is not the viewer's, is no error." })
  id!: string;
}

@ObjectType({ description: 'The answer to `removePushSubscription`.' })
export class RemovePushSubscriptionPayload {
  @Field({ description: 'Always true: what goes wrong is an error of the answer.' })
  ok!: boolean;
}

@InputType({ description: 'Which device is to be notified once.' })
export class TestPushSubscriptionInput {
  @Field(() => ID, { description: "One of the viewer's own; NOT_FOUND otherwise." })
  id!: string;
}

@ObjectType({ description: 'The answer to `testPushSubscription`.' })
export class TestPushSubscriptionPayload {
  @Field({ description: 'Always true: what becomes of it stands in the `deliveries` of the device a moment later.' })
  ok!: boolean;
}
