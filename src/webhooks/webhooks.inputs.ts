import { Field, ID, InputType } from '@nestjs/graphql';
import { EventFilterInput } from '../consumers/index.js';

const URL_DESCRIPTION =
  'Where to post: https and a public address, at one of the ports that the server allows, up to 2,048 characters. Whoever runs the server can allow hosts of their own network, also by http.';
const SELECTION_DESCRIPTION =
  'What is sent of each event: a GraphQL selection of `Event` such as `{ __typename id at ... on MessageSent { room { id } message { body author { username } } } }`, up to 4,000 characters. It is checked as an operation of a bot: BAD_USER_INPUT where it would be refused. It has no variables.';

@InputType({ description: 'What is posted where.' })
export class CreateWebhookInput {
  @Field(() => ID, { description: 'A bot of the viewer: what it sees is posted.' })
  botId!: string;

  @Field({ description: URL_DESCRIPTION })
  url!: string;

  @Field(() => EventFilterInput, { description: 'Which events; the viewer in it is the bot. Empty, all.' })
  filter!: EventFilterInput;

  @Field({ description: SELECTION_DESCRIPTION })
  selection!: string;
}

@InputType({ description: 'What changes of a webhook; what is left out stays.' })
export class UpdateWebhookInput {
  @Field(() => ID, { description: 'A webhook of a bot of the viewer.' })
  webhookId!: string;

  @Field(() => String, { nullable: true, description: URL_DESCRIPTION })
  url?: string | null;

  @Field(() => EventFilterInput, {
    nullable: true,
    description: 'Which events from now on. What is PENDING already is sent all the same.',
  })
  filter?: EventFilterInput | null;

  @Field(() => String, { nullable: true, description: SELECTION_DESCRIPTION })
  selection?: string | null;
}

@InputType({ description: 'Which webhook.' })
export class RotateWebhookSecretInput {
  @Field(() => ID, { description: 'A webhook of a bot of the viewer.' })
  webhookId!: string;
}

@InputType({ description: 'Which webhook, and whether it is to send.' })
export class PauseWebhookInput {
  @Field(() => ID, { description: 'A webhook of a bot of the viewer, or of anybody for an administrator.' })
  webhookId!: string;

  @Field({
    description:
      'True: nothing is sent until it is continued. False: it goes on from where it was, and tries at once what has failed.',
  })
  isPaused!: boolean;
}

@InputType({ description: 'Which webhook.' })
export class DeleteWebhookInput {
  @Field(() => ID, {
    description: 'A webhook of a bot of the viewer, or of anybody for an administrator. Twice is NOT_FOUND.',
  })
  webhookId!: string;
}

@InputType({ description: 'What is to be sent again.' })
export class RedeliverInput {
  @Field(() => ID, { description: 'A webhook of a bot of the viewer.' })
  webhookId!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Deliveries, up to 100: those of them that are DEAD. Left out, all that are, up to 1,000 at a time, the newest first.',
  })
  deliveryIds?: string[] | null;
}
