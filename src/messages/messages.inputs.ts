import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'A new message.' })
export class SendMessageInput {
  @Field(() => ID)
  roomId!: string;

  @Field({ description: 'Up to 8,000 characters of Markdown. May be empty where a file is attached.' })
  body!: string;

  @Field(() => String, {
    nullable: true,
    description: '1 to 64 characters that the sender has not used before, in any room; a UUID serves.',
  })
  nonce?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'At most 10, each stored by the sender for this room and attached once.',
  })
  attachmentIds?: string[] | null;
}

@InputType({ description: 'What a message is to say instead.' })
export class EditMessageInput {
  @Field(() => ID)
  messageId!: string;

  @Field({ description: 'Up to 8,000 characters of Markdown. May be empty where a file is attached.' })
  body!: string;
}

@InputType({ description: 'Which message.' })
export class DeleteMessageInput {
  @Field(() => ID)
  messageId!: string;
}
