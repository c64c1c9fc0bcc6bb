import { Field, ObjectType } from '@nestjs/graphql';
import { WebhookType } from './webhook.type.js';

@ObjectType({ description: 'A webhook that was just made, and its secret.' })
export class CreateWebhookPayload {
  @Field(() => WebhookType, { description: 'It sends what happens from now on.' })
  webhook!: WebhookType;

  @Field({ description: 'Signs what is sent: `whsec_` and base64. Shown this once.' })
  secret!: string;
}

@ObjectType({ description: 'A webhook that was changed.' })
export class UpdateWebhookPayload {
  @Field(() => WebhookType, { description: 'As it is now.' })
  webhook!: WebhookType;
}

@ObjectType({ description: 'A webhook with another secret.' })
export class RotateWebhookSecretPayload {
  @Field(() => WebhookType, { description: 'As it is now.' })
  webhook!: WebhookType;

  @Field({ description: 'The new secret, shown this once. For a day the one before signs as well.' })
  secret!: string;
}

@ObjectType({ description: 'A webhook that was paused, or continued.' })
export class PauseWebhookPayload {
  @Field(() => WebhookType, { description: 'As it is now.' })
  webhook!: WebhookType;
}

@ObjectType({ description: 'A webhook is gone.' })
export class DeleteWebhookPayload {
  @Field({ description: 'Always true.' })
  ok!: boolean;
}

@ObjectType({ description: 'Deliveries are sent again.' })
export class RedeliverPayload {
  @Field(() => WebhookType, { description: 'The webhook, with its deliveries.' })
  webhook!: WebhookType;
}
