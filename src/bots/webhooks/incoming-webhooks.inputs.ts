import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Where other services are to post.' })
export class CreateIncomingWebhookInput {
  @Field(() => ID, { description: 'A room that the viewer owns or moderates.' })
  roomId!: string;

  @Field({ description: 'What it is called, 1 to 64 characters: its messages have this name.' })
  name!: string;
}

@InputType({ description: 'Which incoming webhook.' })
export class DeleteIncomingWebhookInput {
  @Field(() => ID, {
    description: 'One of a bot of the viewer, or of anybody for an administrator. Twice is NOT_FOUND.',
  })
  webhookId!: string;
}
