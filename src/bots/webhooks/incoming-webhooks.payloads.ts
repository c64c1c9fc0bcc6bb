import { Field, ObjectType } from '@nestjs/graphql';
import { IncomingWebhookType } from './incoming-webhook.type.js';

@ObjectType({ description: 'An address that was just made.' })
export class CreateIncomingWebhookPayload {
  @Field(() => IncomingWebhookType, { description: 'The webhook as it is shown from now on.' })
  webhook!: IncomingWebhookType;

  @Field({
    description:
      'The address to post to, shown only now: it holds the secret. Without `PUBLIC_URL` it is a path below the address of this server, `/hooks/…`.',
  })
  url!: string;
}

@ObjectType({ description: 'The address leads nowhere any more.' })
export class DeleteIncomingWebhookPayload {
  @Field({ description: 'Always true: what goes wrong is an error of the answer.' })
  ok!: boolean;
}
